# fish completion of kagura-cli. SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program is asked, so that what is offered is what this version knows.
function __kagura_cli_commands
    kagura-cli help 2>/dev/null | sed -n 's/^  *kagura-cli \([a-z-]*\)[^ ]* .*   *\([^ ].*\)$/\1\t\2/p' | sort -u -k1,1
end

function __kagura_cli_actions
    kagura-cli help 2>/dev/null | sed -n "s/^  *kagura-cli $argv[1] \([a-z][a-z-]*\) .*   *\([^ ].*\)\$/\1\t\2/p"
end

function __kagura_cli_options
    kagura-cli $argv[1] --help 2>/dev/null | sed -n 's/^  .*\(--[a-z-]*\)[^ ]*\( <[^>]*>\)*  *\(.*\)$/\1\t\3/p'
end

complete -c kagura-cli -n __fish_use_subcommand -f -a '(__kagura_cli_commands)'
complete -c kagura-cli -n 'not __fish_use_subcommand' -a '(__kagura_cli_actions (commandline -opc)[2])'
complete -c kagura-cli -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -a '(__kagura_cli_options (commandline -opc)[2])'
