// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runtools.h"

#include "core/tools/builtintools.h"

namespace kagura {

RunTools::RunTools(Transport &transport)
{
    addBuiltinTools(m_registry, transport, m_resolver);
}

} // namespace kagura
