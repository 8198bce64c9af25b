<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>kagura::AppearancePane</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − change it anywhere.</source>
        <translation>Strg + und Strg − ändern sie überall.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Models answer in the language that you write to them in.</source>
        <translation>Modelle antworten in der Sprache, in der Sie ihnen schreiben.</translation>
    </message>
</context>
<context>
    <name>kagura::AttachmentTray</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>kagura::BeatPicture</name>
    <message>
        <source>First text after %1, whole after %2</source>
        <translation>Erster Text nach %1, vollständig nach %2</translation>
    </message>
    <message>
        <source>a gap of %1</source>
        <translation>eine Lücke von %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>Text ab %1</translation>
    </message>
    <message>
        <source>gap %1 s</source>
        <translation>Lücke %1 s</translation>
    </message>
</context>
<context>
    <name>kagura::BlockPainter</name>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>mermaid diagram, as source</source>
        <translation>Mermaid-Diagramm, als Quelltext</translation>
    </message>
</context>
<context>
    <name>kagura::BudgetController</name>
    <message>
        <source>Nothing would be evicted.</source>
        <translation>Nichts würde verdrängt.</translation>
    </message>
    <message>
        <source>%1 are kept.</source>
        <translation>%1 bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers would be evicted.</source>
        <translation>
            <numerusform>%n Antwort würde verdrängt.</numerusform>
            <numerusform>%n Antworten würden verdrängt.</numerusform>
        </translation>
    </message>
    <message>
        <source>That frees %1. %2 of them had been used; to ask all of them again costs %3. They do not come back.</source>
        <translation>Das macht %1 frei. %2 davon waren benutzt worden; alle neu zu fragen kostet %3. Sie kommen nicht zurück.</translation>
    </message>
</context>
<context>
    <name>kagura::BudgetMeter</name>
    <message>
        <source>The cache takes %1</source>
        <translation>Der Zwischenspeicher belegt %1</translation>
    </message>
</context>
<context>
    <name>kagura::BulkBar</name>
    <message>
        <source>Dry run, nothing changed yet. Hard moves entries to the trash, where no call finds them.</source>
        <translation>Probe, noch ist nichts geändert. Hart legt Einträge in den Papierkorb, wo keine Anfrage sie findet.</translation>
    </message>
    <message>
        <source>Dry run, nothing changed yet. Erasing takes entries out of the file for good, pinned ones too, and cannot be undone.</source>
        <translation>Probe, noch ist nichts geändert. Endgültig nimmt Einträge für immer aus der Datei, auch angeheftete, und lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Dry run, nothing changed yet. Soft marks entries stale; the next use asks anew.</source>
        <translation>Probe, noch ist nichts geändert. Weich erklärt Einträge für veraltet; beim nächsten Gebrauch wird neu gefragt.</translation>
    </message>
    <message>
        <source>Invalidate entries</source>
        <translation>Einträge für ungültig erklären</translation>
    </message>
    <message>
        <source>Soft, hard or for good</source>
        <translation>Weich, hart oder endgültig</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping: what was done will be undone…</source>
        <translation>Hält an: Was getan ist, wird rückgängig gemacht …</translation>
    </message>
    <message>
        <source>Erasing %1, and rewriting the file…</source>
        <translation>Löscht %1 und schreibt die Datei neu …</translation>
    </message>
    <message>
        <source>Invalidating %1…</source>
        <translation>Erklärt %1 für ungültig …</translation>
    </message>
    <message>
        <source>Counting which entries are meant…</source>
        <translation>Zählt, welche Einträge gemeint sind …</translation>
    </message>
    <message>
        <source>Nothing to do: what is meant is pinned</source>
        <translation>Nichts zu tun: Was gemeint ist, ist angeheftet</translation>
    </message>
    <message>
        <source>Nothing to do: no entry is meant</source>
        <translation>Nichts zu tun: Kein Eintrag ist gemeint</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>%1 endgültig löschen</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>%1 eingeben</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>Für ungültig erklären</translation>
    </message>
</context>
<context>
    <name>kagura::CacheController</name>
    <message>
        <source>%1 erased for good</source>
        <translation>%1 endgültig gelöscht</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>kagura::CacheDesk</name>
    <message>
        <source>The data folder cannot be used, so answers are kept in memory alone, until the program ends.</source>
        <translation>Der Datenordner ist nicht verwendbar; Antworten bleiben deshalb nur im Arbeitsspeicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>The entry is not there any more. Read the list again.</source>
        <translation>Der Eintrag ist nicht mehr da. Lesen Sie die Liste neu.</translation>
    </message>
    <message>
        <source>One of the entries is not there any more.</source>
        <translation>Einer der Einträge ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There is no cache on disk.</source>
        <translation>Auf der Platte gibt es keinen Zwischenspeicher.</translation>
    </message>
</context>
<context>
    <name>kagura::CacheDetails</name>
    <message>
        <source>
… and %1 more characters</source>
        <translation>
… und %1 weitere Zeichen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>system</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>Result of a tool:
%1</source>
        <translation>Ergebnis eines Werkzeugs:
%1</translation>
    </message>
</context>
<context>
    <name>kagura::CacheEntriesPane</name>
    <message>
        <source>last used first</source>
        <translation>zuletzt benutzte zuerst</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>größte zuerst</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>beste Treffer zuerst</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Each answer that a model finishes is kept here, and the same question is answered from here for nothing, at once, until the answer expires.</source>
        <translation>Noch ist nichts gespeichert. Jede Antwort, die ein Modell vollendet, wird hier aufbewahrt, und dieselbe Frage wird sofort und kostenlos von hier beantwortet, bis die Antwort abläuft.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>No entry is meant by this query. Take a condition away, or look at all there is.</source>
        <translation>Kein Eintrag passt zu dieser Abfrage. Nehmen Sie eine Bedingung weg, oder sehen Sie alles an.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>neu lesen</translation>
    </message>
    <message>
        <source>Sorted: %1</source>
        <translation>Sortiert: %1</translation>
    </message>
    <message>
        <source>There is no cache to show</source>
        <translation>Es gibt keinen Zwischenspeicher zu zeigen</translation>
    </message>
    <message>
        <source>The cache could not be read</source>
        <translation>Der Zwischenspeicher war nicht zu lesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest …</translation>
    </message>
    <message>
        <source>Rows %1 of %2</source>
        <translation>Zeilen %1 von %2</translation>
    </message>
    <message>
        <source>Rows %1</source>
        <translation>Zeilen %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>Filterzeile</translation>
    </message>
</context>
<context>
    <name>kagura::CacheEntryModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
</context>
<context>
    <name>kagura::CachePage</name>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modus: %1</translation>
    </message>
    <message>
        <source>Mode of the cache: %1</source>
        <translation>Modus des Zwischenspeichers: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>kagura::CachePane</name>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>Nichts behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply the budgets</source>
        <translation>Grenzen anwenden</translation>
    </message>
    <message>
        <source>Answer cache</source>
        <translation>Antwortspeicher</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>What was asked last is answered from here.</source>
        <translation>Was zuletzt gefragt wurde, wird von hier beantwortet.</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>When it is full, answers that nobody asked for again make room.</source>
        <translation>Wenn er voll ist, machen Antworten Platz, nach denen niemand mehr gefragt hat.</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt für</translation>
    </message>
    <message>
        <source>Of answers that come from now on. A pinned answer stays in any case.</source>
        <translation>Gilt für Antworten, die von jetzt an kommen. Eine angeheftete Antwort bleibt in jedem Fall.</translation>
    </message>
    <message>
        <source>What the budgets would cost</source>
        <translation>Was die Grenzen kosten würden</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>kagura::CachePreview</name>
    <message>
        <source>The entry</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>Choose an entry to look at it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn anzusehen.</translation>
    </message>
    <message>
        <source>Sides of the entry</source>
        <translation>Seiten des Eintrags</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>The stored answer is damaged and is never served. Invalidate the entry; the next call asks anew.</source>
        <translation>Die gespeicherte Antwort ist beschädigt und wird nie verwendet. Erklären Sie den Eintrag für ungültig; die nächste Anfrage fragt neu.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>The request as it was sent, without what changes nothing</source>
        <translation>Die Anfrage, wie sie gesendet wurde, ohne das, was nichts ändert</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Why was this asked anew?</source>
        <translation>Warum wurde neu gefragt?</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Diff…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>Für ungültig erklären</translation>
    </message>
    <message>
        <source>1 hour from now</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>1 day from now</source>
        <translation>In 1 Tag</translation>
    </message>
    <message>
        <source>7 days from now</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>30 days from now</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Expires now</source>
        <translation>Läuft jetzt ab</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Erstellt %1</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, zuletzt %2</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>Läuft ab in %1</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>TTL: %1</source>
        <translation>Ablauf: %1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>Systemtext: %1</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>1 Stück</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 Stücke</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>jade: shared with others</source>
        <translation>jadegrün: mit anderen gemeinsam</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>kagura::CacheTable</name>
    <message>
        <source>Entries of the cache</source>
        <translation>Einträge des Zwischenspeichers</translation>
    </message>
</context>
<context>
    <name>kagura::CacheWords</name>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>frisch</translation>
    </message>
    <message>
        <source>trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to regenerate</source>
        <translation>%1, um sie neu zu erzeugen</translation>
    </message>
    <message>
        <source>Invalidate %1</source>
        <translation>%1 für ungültig erklären</translation>
    </message>
    <message>
        <source>%1 pinned skipped</source>
        <translation>%1 angeheftete übergangen</translation>
    </message>
    <message>
        <source>%1 made stale</source>
        <translation>%1 für veraltet erklärt</translation>
    </message>
    <message>
        <source>%1 moved to the trash</source>
        <translation>%1 in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 have a newer answer</source>
        <translation>%1 haben eine neuere Antwort</translation>
    </message>
    <message>
        <source>%1 are gone</source>
        <translation>%1 sind nicht mehr da</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>answers from the cache, keeps new ones</source>
        <translation>antwortet aus dem Zwischenspeicher, behält neue</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>keeps nothing new</source>
        <translation>behält nichts Neues</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>always asks anew, replaces what is kept</source>
        <translation>fragt immer neu, ersetzt das Aufbewahrte</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>neither reads nor keeps</source>
        <translation>liest nicht und behält nichts</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>answers from the cache alone, also with stale answers</source>
        <translation>antwortet nur aus dem Zwischenspeicher, auch mit veralteten Antworten</translation>
    </message>
</context>
<context>
    <name>kagura::CacheWorkbench</name>
    <message>
        <source>Invalidate these…</source>
        <translation>Diese für ungültig erklären …</translation>
    </message>
    <message>
        <source>All entries that the query means</source>
        <translation>Alle Einträge, die zur Abfrage passen</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>invalidate</source>
        <translation>für ungültig erklären</translation>
    </message>
    <message>
        <source>Choose an entry to look at it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn anzusehen.</translation>
    </message>
    <message>
        <source>%1 are chosen. Del invalidates them; choose two and press Diff in one of them to compare.</source>
        <translation>%1 sind gewählt. Entf erklärt sie für ungültig; zum Vergleichen wählen Sie zwei, und drücken Sie in einem davon „Vergleichen“.</translation>
    </message>
    <message>
        <source>Choose at most %1 entries, or mean them by a query.</source>
        <translation>Wählen Sie höchstens %1 Einträge, oder benutzen Sie eine Abfrage.</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>Der gewählte Eintrag</translation>
    </message>
    <message>
        <source>The chosen entries</source>
        <translation>Die gewählten Einträge</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>All that %1 means</source>
        <translation>Alle, die zu %1 passen</translation>
    </message>
    <message>
        <source>Now choose the other entry and press Diff there.</source>
        <translation>Wählen Sie jetzt den anderen Eintrag, und drücken Sie dort „Vergleichen“.</translation>
    </message>
</context>
<context>
    <name>kagura::CallReport</name>
    <message>
        <source>… (%1 characters)</source>
        <translation>… (%1 Zeichen)</translation>
    </message>
    <message>
        <source>Requests are remembered while Kagura runs, and this one was made before. What is stored with the answer is shown below.</source>
        <translation>Anfragen werden behalten, solange Kagura läuft, und diese war früher. Was mit der Antwort gespeichert ist, steht unten.</translation>
    </message>
    <message>
        <source>This request cannot be written down.</source>
        <translation>Diese Anfrage lässt sich nicht aufschreiben.</translation>
    </message>
    <message>
        <source>[redacted]</source>
        <translation>[geschwärzt]</translation>
    </message>
    <message>
        <source>The body has %1 bytes, too many to be kept.</source>
        <translation>Der Rumpf hat %1 Bytes, zu viele zum Aufbewahren.</translation>
    </message>
    <message>
        <source>Nothing was sent: this is what would have been.</source>
        <translation>Nichts wurde gesendet: Dies wäre es gewesen.</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>answer began</source>
        <translation>Antwort begann</translation>
    </message>
    <message>
        <source>the first %1 of %2 events</source>
        <translation>die ersten %1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>first text</source>
        <translation>erster Text</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>attempt %1 failed</source>
        <translation>Versuch %1 gescheitert</translation>
    </message>
    <message>
        <source>%1 after %2, again in %3</source>
        <translation>%1 nach %2, erneut in %3</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>anderes Modell</translation>
    </message>
    <message>
        <source>requests left</source>
        <translation>übrige Anfragen</translation>
    </message>
    <message>
        <source>tokens left</source>
        <translation>übrige Tokens</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Read from the provider&apos;s cache</source>
        <translation>Aus dem Speicher des Anbieters gelesen</translation>
    </message>
    <message>
        <source>Written to the provider&apos;s cache</source>
        <translation>In den Speicher des Anbieters geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>of it for thinking</source>
        <translation>davon zum Nachdenken</translation>
    </message>
    <message>
        <source>%1: %2 at $%3 a million</source>
        <translation>%1: %2 zu $%3 je Million</translation>
    </message>
    <message>
        <source>%1: %2 at an unknown price</source>
        <translation>%1: %2 zu unbekanntem Preis</translation>
    </message>
    <message>
        <source>It shared the answer of another call, which pays for it.</source>
        <translation>Sie teilte die Antwort einer anderen Anfrage, die dafür zahlt.</translation>
    </message>
    <message>
        <source>It came from the cache, so nothing was billed.</source>
        <translation>Sie kam aus dem Zwischenspeicher, also wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>No price of %1 is known, so its cost is not either.</source>
        <translation>Kein Preis von %1 ist bekannt, also auch nicht, was es kostet.</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Aus dem Speicher gelesen</translation>
    </message>
    <message>
        <source>Cache written</source>
        <translation>In den Speicher geschrieben</translation>
    </message>
    <message>
        <source>Prices of %1</source>
        <translation>Preise vom %1</translation>
    </message>
    <message>
        <source>, for long prompts</source>
        <translation>, für lange Eingaben</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>This request was never asked before.</source>
        <translation>Diese Anfrage wurde nie zuvor gestellt.</translation>
    </message>
    <message>
        <source>The stored answer had expired.</source>
        <translation>Die gespeicherte Antwort war abgelaufen.</translation>
    </message>
    <message>
        <source>The stored answer was marked to be asked anew.</source>
        <translation>Die gespeicherte Antwort sollte neu gefragt werden.</translation>
    </message>
    <message>
        <source>The stored answer was taken away.</source>
        <translation>Die gespeicherte Antwort wurde weggenommen.</translation>
    </message>
    <message>
        <source>The stored answer had to make room for others.</source>
        <translation>Die gespeicherte Antwort musste anderen Platz machen.</translation>
    </message>
    <message>
        <source>The stored answer was damaged and was not used.</source>
        <translation>Die gespeicherte Antwort war beschädigt und wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>The cache could not be read.</source>
        <translation>Der Zwischenspeicher war nicht zu lesen.</translation>
    </message>
    <message>
        <source>The cache took too long to answer.</source>
        <translation>Der Zwischenspeicher brauchte zu lange.</translation>
    </message>
    <message>
        <source>The cache is off.</source>
        <translation>Der Zwischenspeicher ist aus.</translation>
    </message>
    <message>
        <source>The request has tools, and answers with tools are not reused here.</source>
        <translation>Die Anfrage hat Werkzeuge, und Antworten mit Werkzeugen werden hier nicht wiederverwendet.</translation>
    </message>
    <message>
        <source>The temperature asks for another answer each time.</source>
        <translation>Die Temperatur verlangt jedes Mal eine andere Antwort.</translation>
    </message>
    <message>
        <source>The request has no form by which an answer could be found again.</source>
        <translation>Die Anfrage hat keine Form, in der eine Antwort wiederzufinden wäre.</translation>
    </message>
    <message>
        <source>Another answer was asked for, so no stored one was looked for.</source>
        <translation>Eine andere Antwort war gewünscht, also wurde keine gespeicherte gesucht.</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>endpoint or account</source>
        <translation>Endpunkt oder Konto</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>parameter %1</source>
        <translation>Parameter %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>What the cache did is not known.</source>
        <translation>Was der Zwischenspeicher tat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>An expired answer stood in for a provider that could not be asked.</source>
        <translation>Eine abgelaufene Antwort sprang für einen Anbieter ein, der nicht gefragt werden konnte.</translation>
    </message>
    <message>
        <source>Answered before, %1 earlier.</source>
        <translation>Schon beantwortet, %1 früher.</translation>
    </message>
    <message>
        <source>Nearest: “%1”, of %2</source>
        <translation>Am nächsten: „%1“, von %2</translation>
    </message>
    <message>
        <source>It differs in: %1</source>
        <translation>Sie unterscheidet sich in: %1</translation>
    </message>
    <message>
        <source>Taken away by: %1</source>
        <translation>Weggenommen durch: %1</translation>
    </message>
    <message>
        <source>Key %1…</source>
        <translation>Schlüssel %1…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source> (HTTP %1)</source>
        <translation> (HTTP %1)</translation>
    </message>
</context>
<context>
    <name>kagura::ChatController</name>
    <message>
        <source>%1, 1 model</source>
        <translation>%1, 1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n models</source>
        <translation>
            <numerusform>%1, %n Modell</numerusform>
            <numerusform>%1, %n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this conversation yet.</source>
        <translation>In dieser Unterhaltung ist noch nichts.</translation>
    </message>
</context>
<context>
    <name>kagura::ChatEngine</name>
    <message>
        <source>A backup was made and read back: %1</source>
        <translation>Eine Sicherung wurde gemacht und zurückgelesen: %1</translation>
    </message>
</context>
<context>
    <name>kagura::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Choose the model (%1)</source>
        <translation>Modell wählen (%1)</translation>
    </message>
    <message>
        <source>Another version of an earlier message. The first one is kept.</source>
        <translation>Eine weitere Fassung einer früheren Nachricht. Die erste bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Wählen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Antworten …</translation>
    </message>
    <message>
        <source>Ask the Guide…</source>
        <translation>Den Guide fragen …</translation>
    </message>
    <message>
        <source>Ask %1…</source>
        <translation>%1 fragen …</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Ask them all…</source>
        <translation>Alle fragen …</translation>
    </message>
</context>
<context>
    <name>kagura::CodeSaver</name>
    <message>
        <source>Save code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Choose another folder.</source>
        <translation>%1 konnte nicht gespeichert werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>kagura::CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>Befehl eingeben …</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Kein Befehl hat diese Buchstaben.</translation>
    </message>
</context>
<context>
    <name>kagura::CompareColumn</name>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Stop the answer of %1</source>
        <translation>Antwort von %1 anhalten</translation>
    </message>
    <message>
        <source>Take the answer of %1</source>
        <translation>Antwort von %1 übernehmen</translation>
    </message>
    <message>
        <source>Goes on with this answer; the others stay as versions</source>
        <translation>Macht mit dieser Antwort weiter; die anderen bleiben als Fassungen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>kommt an</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cached · %1</source>
        <translation>gespeichert · %1</translation>
    </message>
    <message>
        <source>finished in %1</source>
        <translation>fertig nach %1</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>first text</source>
        <translation>erster Text</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
</context>
<context>
    <name>kagura::CompareController</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>kagura::CompareDialog</name>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>Der Lauf, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Nodes of both runs</source>
        <translation>Knoten beider Läufe</translation>
    </message>
    <message>
        <source>Differences of the texts</source>
        <translation>Unterschiede der Texte</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>%1: %2, the same</source>
        <translation>%1: %2, gleich</translation>
    </message>
    <message>
        <source>%1: %2, different</source>
        <translation>%1: %2, verschieden</translation>
    </message>
    <message>
        <source>All nodes came to the same.</source>
        <translation>Alle Knoten kamen zum Gleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes differ.</source>
        <translation>
            <numerusform>%n Knoten unterscheidet sich.</numerusform>
            <numerusform>%n Knoten unterscheiden sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: %1
After: %2</source>
        <translation>Vorher: %1
Nachher: %2</translation>
    </message>
    <message>
        <source>One node differs.</source>
        <translation>Ein Knoten weicht ab.</translation>
    </message>
</context>
<context>
    <name>kagura::ComparePanel</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Choose the models below, and ask them all at once.</source>
        <translation>Wählen Sie unten die Modelle, und fragen Sie alle zugleich.</translation>
    </message>
    <message>
        <source>Models that are asked</source>
        <translation>Gefragte Modelle</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>Vergleich verlassen</translation>
    </message>
    <message>
        <source>Do not ask %1</source>
        <translation>%1 nicht fragen</translation>
    </message>
    <message>
        <source>Takes it out of the comparison</source>
        <translation>Nimmt es aus dem Vergleich</translation>
    </message>
</context>
<context>
    <name>kagura::Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach files: pictures, PDF, text</source>
        <translation>Dateien anhängen: Bilder, PDF, Text</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>Zum Anhängen ablegen</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc hält an</translation>
    </message>
    <message>
        <source>Remove what cannot be attached</source>
        <translation>Entfernen Sie, was nicht angehängt werden kann</translation>
    </message>
    <message>
        <source>Sends when the files are read</source>
        <translation>Wird gesendet, sobald die Dateien gelesen sind</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Eingabetaste sendet</translation>
    </message>
    <message>
        <source>Esc cancels</source>
        <translation>Esc bricht ab</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Insert a prompt: type / in the message</source>
        <translation>Vorlage einfügen: / in die Nachricht tippen</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Several models answer side by side</source>
        <translation>Mehrere Modelle antworten nebeneinander</translation>
    </message>
</context>
<context>
    <name>kagura::ComposerController</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pasted text.txt</source>
        <translation>Eingefügter Text.txt</translation>
    </message>
</context>
<context>
    <name>kagura::ConnectDialog</name>
    <message>
        <source>Connect a model</source>
        <translation>Modell verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Paste a key; most are recognised</source>
        <translation>Schlüssel einfügen; die meisten werden erkannt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>The key is kept %1.</source>
        <translation>Der Schlüssel wird %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The base URL has to begin with https:// or http:// and name a host.</source>
        <translation>Die Basisadresse muss mit https:// oder http:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>This cannot be a key: it is too short, or holds spaces or letters no key has.</source>
        <translation>Das kann kein Schlüssel sein: Es ist zu kurz oder enthält Leerzeichen oder Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>%1 needs a key.</source>
        <translation>%1 braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>Calls go to %1</source>
        <translation>Anfragen gehen an %1</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
</context>
<context>
    <name>kagura::ConnectWords</name>
    <message>
        <source>Next: check that the key is of this provider and was copied whole, then replace it.</source>
        <translation>Nächster Schritt: Prüfen Sie, ob der Schlüssel von diesem Anbieter ist und ganz kopiert wurde, und ersetzen Sie ihn dann.</translation>
    </message>
    <message>
        <source>Next: check the base URL and the proxy, and that the server runs.</source>
        <translation>Nächster Schritt: Prüfen Sie Basisadresse und Proxy, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Next: try again; a server that loads a model may take a while.</source>
        <translation>Nächster Schritt: Versuchen Sie es noch einmal; ein Server, der ein Modell lädt, braucht manchmal eine Weile.</translation>
    </message>
    <message>
        <source>Next: check the base URL; most end in /v1.</source>
        <translation>Nächster Schritt: Prüfen Sie die Basisadresse; die meisten enden mit /v1.</translation>
    </message>
    <message>
        <source>Next: look at the account&apos;s credit at the provider.</source>
        <translation>Nächster Schritt: Sehen Sie beim Anbieter nach dem Guthaben des Kontos.</translation>
    </message>
    <message>
        <source>Next: try again in a while.</source>
        <translation>Nächster Schritt: Versuchen Sie es in einer Weile noch einmal.</translation>
    </message>
    <message>
        <source>It works: one model, listed in %1 ms.</source>
        <translation>Es geht: ein Modell, aufgelistet in %1 ms.</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n models, listed in %1 ms.</source>
        <translation>
            <numerusform>Es geht: %n Modell, aufgelistet in %1 ms.</numerusform>
            <numerusform>Es geht: %n Modelle, aufgelistet in %1 ms.</numerusform>
        </translation>
    </message>
    <message>
        <source>From $%1 in your environment</source>
        <translation>Aus $%1 in Ihrer Umgebung</translation>
    </message>
    <message>
        <source>Handed over for this session</source>
        <translation>Für diese Sitzung übergeben</translation>
    </message>
    <message>
        <source>In the keychain. It is never written to a settings file or a log.</source>
        <translation>Im Schlüsselbund. Er steht nie in einer Einstellungsdatei oder in einem Protokoll.</translation>
    </message>
    <message>
        <source>In memory, until Kagura is closed: there is no keychain here</source>
        <translation>Im Arbeitsspeicher, bis Kagura beendet wird: Hier gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>Signed in. The tokens are renewed by themselves.</source>
        <translation>Angemeldet. Die Tokens werden von selbst erneuert.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>Keiner nötig</translation>
    </message>
</context>
<context>
    <name>kagura::ContextMeter</name>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>more than the model reads</source>
        <translation>mehr, als das Modell liest</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>fast voll</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 fürs Senden</translation>
    </message>
    <message>
        <source>The next message: %1</source>
        <translation>Die nächste Nachricht: %1</translation>
    </message>
    <message>
        <source>An estimate of what the next message takes: the conversation so far, as the provider counted it, and what is written here. The cost is that of sending it, without the answer.</source>
        <translation>Eine Schätzung, was die nächste Nachricht braucht: die Unterhaltung bisher, wie der Anbieter sie gezählt hat, und was hier geschrieben ist. Die Kosten sind die des Sendens, ohne die Antwort.</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationDelegate</name>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>Neuer Titel</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Neue Unterhaltung (Strg+N)</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>In Nachrichten</translation>
    </message>
    <message>
        <source>Found in messages</source>
        <translation>In Nachrichten gefunden</translation>
    </message>
    <message>
        <source>Conversations will be listed here.</source>
        <translation>Hier werden Unterhaltungen aufgelistet.</translation>
    </message>
    <message>
        <source>Nothing contains “%1”.</source>
        <translation>Nichts enthält „%1“.</translation>
    </message>
    <message>
        <source>New conversation (%1)</source>
        <translation>Neue Unterhaltung (%1)</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationListModel</name>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Folder %1, collapsed</source>
        <translation>Ordner %1, zugeklappt</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
</context>
<context>
    <name>kagura::ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>Export %n conversations…</source>
        <translation>
            <numerusform>%n Unterhaltung exportieren …</numerusform>
            <numerusform>%n Unterhaltungen exportieren …</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung löschen</numerusform>
            <numerusform>%n Unterhaltungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Delete the folder, keep what is in it</source>
        <translation>Ordner löschen, Inhalt behalten</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
</context>
<context>
    <name>kagura::DataPane</name>
    <message>
        <source>Data and backup</source>
        <translation>Daten und Sicherung</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Open the folder of conversations</source>
        <translation>Ordner der Unterhaltungen öffnen</translation>
    </message>
    <message>
        <source>A message is on disk before it leaves, an answer at least once a second.</source>
        <translation>Eine Nachricht ist auf der Platte, bevor sie den Rechner verlässt, eine Antwort mindestens einmal in der Sekunde.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Open the folder of settings</source>
        <translation>Ordner der Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Keys are in none of these files.</source>
        <translation>Schlüssel stehen in keiner dieser Dateien.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Open the folder of backups</source>
        <translation>Ordner der Sicherungen öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <translation>Einen Bericht für Helfende speichern</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>Wenn etwas nicht stimmt</translation>
    </message>
    <message>
        <source>Versions, settings, and what was found: no conversation and no key. One file of text, to be read before it is sent.</source>
        <translation>Versionen, Einstellungen und was gefunden wurde: keine Unterhaltung und kein Schlüssel. Eine Textdatei, die man lesen kann, bevor man sie verschickt.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Made by themselves, once a day. A database that is damaged is set aside, and the newest backup takes its place.</source>
        <translation>Entstehen von selbst, einmal am Tag. Eine beschädigte Datenbank wird beiseitegelegt, und die neueste Sicherung tritt an ihre Stelle.</translation>
    </message>
</context>
<context>
    <name>kagura::Desktop</name>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Ready, Guide only</source>
        <translation>Bereit, nur der Guide</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>Modell verbinden …</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Farben: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Look for local servers again</source>
        <translation>Noch einmal nach Servern auf diesem Rechner suchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Unterhaltungen importieren …</translation>
    </message>
    <message>
        <source>Export this conversation…</source>
        <translation>Diese Unterhaltung exportieren …</translation>
    </message>
    <message>
        <source>There is nothing in this conversation yet.</source>
        <translation>In dieser Unterhaltung ist noch nichts.</translation>
    </message>
    <message>
        <source>Export all conversations…</source>
        <translation>Alle Unterhaltungen exportieren …</translation>
    </message>
    <message>
        <source>Cache: on</source>
        <translation>Zwischenspeicher: an</translation>
    </message>
    <message>
        <source>Cache: read only, keep nothing new</source>
        <translation>Zwischenspeicher: nur lesen, nichts Neues behalten</translation>
    </message>
    <message>
        <source>Cache: refresh, always ask anew</source>
        <translation>Zwischenspeicher: auffrischen, immer neu fragen</translation>
    </message>
    <message>
        <source>Cache: off</source>
        <translation>Zwischenspeicher: aus</translation>
    </message>
    <message>
        <source>Cache: offline, send nothing to other computers</source>
        <translation>Zwischenspeicher: offline, nichts an andere Rechner senden</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>asks anew</source>
        <translation>fragt neu</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Save a report for whoever helps…</source>
        <translation>Einen Bericht für Helfende speichern …</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Instructions and parameters</source>
        <translation>Anweisungen und Parameter</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>Neuer Lauf …</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Inspect the answer</source>
        <translation>Antwort untersuchen</translation>
    </message>
    <message>
        <source>Copy the request as curl</source>
        <translation>Anfrage als curl kopieren</translation>
    </message>
    <message>
        <source>Erase this conversation for good…</source>
        <translation>Diese Unterhaltung endgültig löschen …</translation>
    </message>
    <message>
        <source>Show the cache</source>
        <translation>Zwischenspeicher zeigen</translation>
    </message>
</context>
<context>
    <name>kagura::DiffDialog</name>
    <message>
        <source>Two entries compared</source>
        <translation>Zwei Einträge im Vergleich</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Zu: %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>In what the requests differ</source>
        <translation>Worin sich die Anfragen unterscheiden</translation>
    </message>
    <message>
        <source>The requests are the same.</source>
        <translation>Die Anfragen sind gleich.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>How one answer becomes the other</source>
        <translation>Wie die eine Antwort zur anderen wird</translation>
    </message>
    <message>
        <source>Both answers are empty.</source>
        <translation>Beide Antworten sind leer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kagura::EntryFacts</name>
    <message>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>eval, keep</source>
        <translation>eval, behalten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What this answer is good for</source>
        <translation>Wozu diese Antwort gut ist</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Tokens hinein</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Tokens heraus</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon zum Nachdenken</translation>
    </message>
    <message>
        <source>From prompt cache</source>
        <translation>Aus dem Speicher des Anbieters</translation>
    </message>
    <message>
        <source>Cost of the answer</source>
        <translation>Kosten der Antwort</translation>
    </message>
    <message>
        <source>Saved so far</source>
        <translation>Bisher gespart</translation>
    </message>
    <message>
        <source>First text after</source>
        <translation>Erster Text nach</translation>
    </message>
    <message>
        <source>Whole after</source>
        <translation>Vollständig nach</translation>
    </message>
    <message>
        <source>Ended with</source>
        <translation>Endete mit</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>the provider&apos;s own</source>
        <translation>die des Anbieters</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
</context>
<context>
    <name>kagura::EraseDesk</name>
    <message>
        <source>nothing was erased</source>
        <translation>nichts wurde gelöscht</translation>
    </message>
    <message>
        <source>cached answers and backups still have it</source>
        <translation>gespeicherte Antworten und Sicherungen haben sie noch</translation>
    </message>
    <message>
        <source>backups still have it</source>
        <translation>Sicherungen haben sie noch</translation>
    </message>
    <message>
        <source>Erased “%1”: %2 messages, %3 cached answers; %4 older backups were replaced by a fresh one.</source>
        <translation>„%1“ gelöscht: %2 Nachrichten, %3 gespeicherte Antworten; %4 ältere Sicherungen wurden durch eine frische ersetzt.</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>Die Unterhaltung</translation>
    </message>
    <message>
        <source>%1 could not be erased everywhere (%2): %3</source>
        <translation>%1 konnte nicht überall gelöscht werden (%2): %3</translation>
    </message>
</context>
<context>
    <name>kagura::EraseDialog</name>
    <message>
        <source>Erase for good?</source>
        <translation>Endgültig löschen?</translation>
    </message>
    <message>
        <source>This erases every version of its messages, its files and its draft, the answers that the cache keeps of it, and all backups on this computer: a fresh one takes their place. It cannot be undone.</source>
        <translation>Dies löscht jede Fassung ihrer Nachrichten, ihre Dateien und ihren Entwurf, die Antworten, die der Zwischenspeicher von ihr hat, und alle Sicherungen auf diesem Rechner: Eine frische tritt an ihre Stelle. Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Files that you exported, and what providers keep, are not touched.</source>
        <translation>Dateien, die Sie exportiert haben, und was Anbieter aufbewahren, bleiben unberührt.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Endgültig</translation>
    </message>
</context>
<context>
    <name>kagura::FailureText</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>Die Verbindung ist gescheitert.</translation>
    </message>
    <message>
        <source>The provider did not accept the key.</source>
        <translation>Der Anbieter hat den Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Too many requests for now. The provider asks to wait %1.</source>
        <translation>Zurzeit zu viele Anfragen. Der Anbieter bittet, %1 zu warten.</translation>
    </message>
    <message>
        <source>Too many requests for now.</source>
        <translation>Zurzeit zu viele Anfragen.</translation>
    </message>
    <message>
        <source>The account has no credit left, or its limit is reached.</source>
        <translation>Das Konto hat kein Guthaben mehr, oder seine Grenze ist erreicht.</translation>
    </message>
    <message>
        <source>The provider has no room at the moment.</source>
        <translation>Der Anbieter hat im Moment keinen Platz.</translation>
    </message>
    <message>
        <source>The provider&apos;s server failed.</source>
        <translation>Der Server des Anbieters ist gescheitert.</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The conversation is longer than this model can read.</source>
        <translation>Die Unterhaltung ist länger, als dieses Modell lesen kann.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>The provider refuses this content.</source>
        <translation>Der Anbieter lehnt diesen Inhalt ab.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Die Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read.</source>
        <translation>Die Antwort des Servers war nicht zu lesen.</translation>
    </message>
    <message>
        <source>This could not be saved.</source>
        <translation>Dies konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Kagura could not make this call.</source>
        <translation>Kagura konnte diese Anfrage nicht stellen.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>kagura::FeedModel</name>
    <message>
        <source>● hit</source>
        <translation>● Treffer</translation>
    </message>
    <message>
        <source>○ miss</source>
        <translation>○ nicht gefunden</translation>
    </message>
    <message>
        <source>→ not asked</source>
        <translation>→ nicht gefragt</translation>
    </message>
    <message>
        <source>+ kept</source>
        <translation>+ aufbewahrt</translation>
    </message>
    <message>
        <source>× not kept</source>
        <translation>× nicht aufbewahrt</translation>
    </message>
    <message>
        <source>stale, for a provider that could not answer</source>
        <translation>veraltet, für einen Anbieter, der nicht antworten konnte</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>aus dem Arbeitsspeicher</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>von der Platte</translation>
    </message>
    <message>
        <source>from the shared cache</source>
        <translation>aus dem gemeinsamen Zwischenspeicher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>kagura::FeedPane</name>
    <message>
        <source>Open entry</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>What the cache did lately</source>
        <translation>Was der Zwischenspeicher zuletzt tat</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Standing still; since then: %1</source>
        <translation>Angehalten; seitdem: %1</translation>
    </message>
    <message>
        <source>Every call from now on is shown here: a hit, a miss and why, and whether the answer was kept.</source>
        <translation>Jede Anfrage von jetzt an wird hier gezeigt: ob sie ein Treffer war, warum sonst nichts gefunden wurde, und ob die Antwort aufbewahrt wurde.</translation>
    </message>
    <message>
        <source>Choose a miss to see why it was one.</source>
        <translation>Wählen Sie eine Anfrage, die nichts fand, um zu sehen, warum.</translation>
    </message>
</context>
<context>
    <name>kagura::FieldForm</name>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
</context>
<context>
    <name>kagura::FileDesk</name>
    <message>
        <source>1 conversation imported</source>
        <translation>1 Unterhaltung importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations imported</source>
        <translation>
            <numerusform>%n Unterhaltung importiert</numerusform>
            <numerusform>%n Unterhaltungen importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>brought up to date: %1</source>
        <translation>auf den neuesten Stand gebracht: %1</translation>
    </message>
    <message>
        <source>already there: %1</source>
        <translation>schon vorhanden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: %1</source>
        <translation>
            <numerusform>%n ausgelassen: %1</numerusform>
            <numerusform>%n ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>There were no conversations in it.</source>
        <translation>Darin waren keine Unterhaltungen.</translation>
    </message>
    <message>
        <source>%1 is not written: let the name end in .md, .html, .pdf or .json.</source>
        <translation>%1 wird nicht geschrieben: Der Name muss auf .md, .html, .pdf oder .json enden.</translation>
    </message>
    <message>
        <source>The conversation is in %1</source>
        <translation>Die Unterhaltung steht in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations are in %1</source>
        <translation>
            <numerusform>%n Unterhaltung steht in %1</numerusform>
            <numerusform>%n Unterhaltungen stehen in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::FileDialogs</name>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Exports of other programs (*.zip *.json *.chat)</source>
        <translation>Exporte anderer Programme (*.zip *.json *.chat)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export all conversations</source>
        <translation>Alle Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>Diese Unterhaltung exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON, nothing lost (*.json)</source>
        <translation>JSON, ohne Verlust (*.json)</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Save a report for whoever helps</source>
        <translation>Einen Bericht für Helfende speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung exportieren</numerusform>
            <numerusform>%n Unterhaltungen exportieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::FilterRow</name>
    <message>
        <source>Filter row</source>
        <translation>Filterzeile</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>kagura::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>kagura::Format</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Reached the length limit</source>
        <translation>Längengrenze erreicht</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>kostete %1</translation>
    </message>
    <message>
        <source>first text %1</source>
        <translation>erster Text %1</translation>
    </message>
    <message>
        <source>cached · %1</source>
        <translation>gespeichert · %1</translation>
    </message>
</context>
<context>
    <name>kagura::FoundPanel</name>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>The Guide has no language model: it answers questions about Kagura from the manual, and nothing leaves this computer.</source>
        <translation>Der Guide hat kein Sprachmodell: Er beantwortet Fragen zu Kagura aus dem Handbuch, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>Modell verbinden</translation>
    </message>
    <message>
        <source>in your environment</source>
        <translation>in Ihrer Umgebung</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Paste a key…</source>
        <translation>Schlüssel einfügen …</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
</context>
<context>
    <name>kagura::InspectorController</name>
    <message>
        <source>Copied, without the key</source>
        <translation>Kopiert, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>There is no answer to inspect yet.</source>
        <translation>Noch gibt es keine Antwort zu untersuchen.</translation>
    </message>
    <message>
        <source>The request of this answer is not known any more.</source>
        <translation>Die Anfrage zu dieser Antwort ist nicht mehr bekannt.</translation>
    </message>
</context>
<context>
    <name>kagura::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Untersuchung schließen</translation>
    </message>
    <message>
        <source>Close the inspector (Esc)</source>
        <translation>Untersuchung schließen (Esc)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copies the call as a command; it takes the key from a variable</source>
        <translation>Kopiert die Anfrage als Befehl; den Schlüssel nimmt er aus einer Variablen</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Gescheitert: %1</translation>
    </message>
    <message>
        <source>secrets redacted</source>
        <translation>Geheimes geschwärzt</translation>
    </message>
    <message>
        <source>still arriving</source>
        <translation>kommt noch an</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>miss</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionFields</name>
    <message>
        <source>Temperature is a number from 0 to 2.</source>
        <translation>Die Temperatur ist eine Zahl von 0 bis 2.</translation>
    </message>
    <message>
        <source>Top p is a number from 0 to 1.</source>
        <translation>Top p ist eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>The longest answer is a whole number of tokens, above 0.</source>
        <translation>Die längste Antwort ist eine ganze Zahl von Token, größer als 0.</translation>
    </message>
    <message>
        <source>The seed is a whole number.</source>
        <translation>Der Startwert ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>At most 16 texts can end an answer.</source>
        <translation>Höchstens 16 Texte können eine Antwort beenden.</translation>
    </message>
    <message>
        <source>system text</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>no reasoning</source>
        <translation>kein Nachdenken</translation>
    </message>
    <message>
        <source>low reasoning</source>
        <translation>wenig Nachdenken</translation>
    </message>
    <message>
        <source>medium reasoning</source>
        <translation>mittleres Nachdenken</translation>
    </message>
    <message>
        <source>high reasoning</source>
        <translation>viel Nachdenken</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>höchstens %1 Token</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>Top p %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>stop texts</source>
        <translation>Endtexte</translation>
    </message>
    <message>
        <source>no cache</source>
        <translation>kein Cache</translation>
    </message>
    <message>
        <source>asks anew</source>
        <translation>fragt neu</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 mehr</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsButton</name>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Instructions: none</source>
        <translation>Anweisungen: keine</translation>
    </message>
    <message>
        <source>Instructions: %1</source>
        <translation>Anweisungen: %1</translation>
    </message>
    <message>
        <source>System text and parameters of this conversation (Ctrl+I)</source>
        <translation>Systemtext und Parameter dieser Unterhaltung (Strg+I)</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsController</name>
    <message>
        <source>Deleted the preset “%1”</source>
        <translation>Voreinstellung „%1“ gelöscht</translation>
    </message>
</context>
<context>
    <name>kagura::InstructionsPanel</name>
    <message>
        <source>Instructions of this conversation</source>
        <translation>Anweisungen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Choose one, or name these</source>
        <translation>Eine wählen oder diese benennen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as a preset of that name</source>
        <translation>Als Voreinstellung dieses Namens speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Voreinstellung löschen</translation>
    </message>
    <message>
        <source>New conversations begin with it</source>
        <translation>Neue Unterhaltungen beginnen damit</translation>
    </message>
    <message>
        <source>New conversations begin with this preset</source>
        <translation>Neue Unterhaltungen beginnen mit dieser Voreinstellung</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Who the model is to be, and how it is to answer</source>
        <translation>Wer das Modell sein und wie es antworten soll</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>Längste Antwort, in Token</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Viel</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>Wie überall</translation>
    </message>
    <message>
        <source>Always ask anew</source>
        <translation>Immer neu fragen</translation>
    </message>
    <message>
        <source>Neither read nor kept</source>
        <translation>Weder lesen noch behalten</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Texts before which an answer ends, one a line</source>
        <translation>Texte, vor denen eine Antwort endet, einer je Zeile</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Enden vor</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles leeren</translation>
    </message>
    <message>
        <source>Clear all instructions</source>
        <translation>Alle Anweisungen leeren</translation>
    </message>
</context>
<context>
    <name>kagura::KeyStrip</name>
    <message>
        <source>%1: %2, also in %3 of the latest %4 entries</source>
        <translation>%1: %2, auch in %3 der letzten %4 Einträge</translation>
    </message>
    <message>
        <source>%1: %2, in no other entry</source>
        <translation>%1: %2, in keinem anderen Eintrag</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>kagura::LanguageSwitch</name>
    <message>
        <source>The language changes at the next start: keys of this session would be forgotten now.</source>
        <translation>Die Sprache wechselt beim nächsten Start: Schlüssel dieser Sitzung gingen jetzt verloren.</translation>
    </message>
    <message>
        <source>The language changes as soon as the answers under way are complete.</source>
        <translation>Die Sprache wechselt, sobald die laufenden Antworten vollständig sind.</translation>
    </message>
</context>
<context>
    <name>kagura::LaunchDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes: %1

No: %2</source>
        <translation>Ja: %1

Nein: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>There is no such workflow any more.</source>
        <translation>Diesen Arbeitsablauf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 is not connected. Choose another model, or connect it in the settings.</source>
        <translation>%1 ist nicht verbunden. Wählen Sie ein anderes Modell, oder verbinden Sie es in den Einstellungen.</translation>
    </message>
    <message>
        <source>asks you to decide</source>
        <translation>bittet Sie um eine Entscheidung</translation>
    </message>
    <message>
        <source>asks before it uses a tool</source>
        <translation>fragt, bevor es ein Werkzeug benutzt</translation>
    </message>
</context>
<context>
    <name>kagura::LaunchDialog</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Arbeitsabläufe</translation>
    </message>
    <message>
        <source>Open a workflow file…</source>
        <translation>Arbeitsablauf-Datei öffnen …</translation>
    </message>
    <message>
        <source>What the workflow takes</source>
        <translation>Was der Arbeitsablauf braucht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Budget in dollars, stops new calls at this sum</source>
        <translation>Budget in Dollar, hält neue Anfragen bei dieser Summe an</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>Use cached answers where the input is the same</source>
        <translation>Gespeicherte Antworten verwenden, wo die Eingabe dieselbe ist</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Folder that tools may read</source>
        <translation>Ordner, den Werkzeuge lesen dürfen</translation>
    </message>
    <message>
        <source>Budget in $, stops new calls at this sum</source>
        <translation>Budget in $, hält neue Anfragen bei dieser Summe an</translation>
    </message>
    <message>
        <source>Are several agents worth it?</source>
        <translation>Lohnen sich mehrere Agenten?</translation>
    </message>
    <message>
        <source>Ranges come from the limits in the file and the size of what goes in. The run stops at the budget, not at the estimate.</source>
        <translation>Spannen kommen aus den Grenzen in der Datei und der Größe dessen, was hineingeht. Der Lauf hält am Budget an, nicht an der Schätzung.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>Lauf beginnen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>As the workflow says: %1</source>
        <translation>Wie der Arbeitsablauf sagt: %1</translation>
    </message>
    <message>
        <source>As the workflow says</source>
        <translation>Wie der Arbeitsablauf sagt</translation>
    </message>
    <message>
        <source>Choose a workflow first.</source>
        <translation>Wählen Sie zuerst einen Arbeitsablauf.</translation>
    </message>
    <message>
        <source>Budget: an amount of dollars is needed</source>
        <translation>Budget: Ein Betrag in Dollar ist nötig</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Plant …</translation>
    </message>
    <message>
        <source>Dry run updated just now</source>
        <translation>Probe gerade eben aufgefrischt</translation>
    </message>
    <message>
        <source>Open a workflow file</source>
        <translation>Arbeitsablauf-Datei öffnen</translation>
    </message>
    <message>
        <source>Workflows (*.kagura.json *.json)</source>
        <translation>Arbeitsabläufe (*.kagura.json *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Calls at once: a number from 1 to %1 is needed</source>
        <translation>Anfragen zugleich: nötig ist eine Zahl von 1 bis %1</translation>
    </message>
</context>
<context>
    <name>kagura::LedgerController</name>
    <message>
        <source>Today: %1
This month: %2</source>
        <translation>Heute: %1
Diesen Monat: %2</translation>
    </message>
</context>
<context>
    <name>kagura::LibraryDesk</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>1 prompt imported</source>
        <translation>1 Vorlage importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts imported</source>
        <translation>
            <numerusform>%n Vorlage importiert</numerusform>
            <numerusform>%n Vorlagen importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The prompt is in %1</source>
        <translation>Die Vorlage steht in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts are in %1</source>
        <translation>
            <numerusform>%n Vorlage steht in %1</numerusform>
            <numerusform>%n Vorlagen stehen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>kagura::LinkDialog</name>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>The name before the @ is not the site: it leads to %1.</source>
        <translation>Der Name vor dem @ ist nicht die Seite: Der Link führt zu %1.</translation>
    </message>
    <message>
        <source>The name has letters from other alphabets: %1</source>
        <translation>Der Name hat Buchstaben aus anderen Alphabeten: %1</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>kagura::ListController</name>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung gelöscht</numerusform>
            <numerusform>%n Unterhaltungen gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Deleted the folder “%1”</source>
        <translation>Ordner „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Moved out of its folder</source>
        <translation>Aus dem Ordner genommen</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversations out of their folder</source>
        <translation>
            <numerusform>%n Unterhaltung aus dem Ordner genommen</numerusform>
            <numerusform>%n Unterhaltungen aus dem Ordner genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to “%1”</source>
        <translation>Nach „%1“ verschoben</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversations to “%1”</source>
        <translation>
            <numerusform>%n Unterhaltung nach „%1“ verschoben</numerusform>
            <numerusform>%n Unterhaltungen nach „%1“ verschoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::MainWindow</name>
    <message>
        <source>What needs attention</source>
        <translation>Was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>1 call in flight</source>
        <translation>1 Anfrage läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n calls in flight</source>
        <translation>
            <numerusform>%n Anfrage läuft</numerusform>
            <numerusform>%n Anfragen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache </source>
        <translation>Zwischenspeicher </translation>
    </message>
    <message>
        <source>Today: spent </source>
        <translation>Heute ausgegeben: </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>1 answer wanted</source>
        <translation>1 Antwort gewünscht</translation>
    </message>
    <message numerus="yes">
        <source>%n answers wanted</source>
        <translation>
            <numerusform>%n Antwort gewünscht</numerusform>
            <numerusform>%n Antworten gewünscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::MarkdownInline</name>
    <message>
        <source>Image: %1</source>
        <translation>Bild: %1</translation>
    </message>
</context>
<context>
    <name>kagura::MessageAccessible</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>is answering</source>
        <translation>antwortet</translation>
    </message>
</context>
<context>
    <name>kagura::MessageLayout</name>
    <message>
        <source>Thought for %1</source>
        <translation>%1 nachgedacht</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Nachgedacht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Show the entry of the cache: %1</source>
        <translation>Eintrag des Zwischenspeichers zeigen: %1</translation>
    </message>
</context>
<context>
    <name>kagura::MissCard</name>
    <message>
        <source>Why did this miss?</source>
        <translation>Warum wurde nichts gefunden?</translation>
    </message>
    <message>
        <source>In what they differ</source>
        <translation>Worin sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Open nearest entry</source>
        <translation>Ähnlichsten Eintrag öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>kagura::MissWords</name>
    <message>
        <source>another endpoint or account</source>
        <translation>anderer Endpunkt oder anderes Konto</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>anderes Modell</translation>
    </message>
    <message>
        <source>another space</source>
        <translation>anderer Namensraum</translation>
    </message>
    <message>
        <source>system prompt changed</source>
        <translation>Systemtext geändert</translation>
    </message>
    <message>
        <source>tools changed</source>
        <translation>Werkzeuge geändert</translation>
    </message>
    <message>
        <source>parameter changed: %1</source>
        <translation>Parameter geändert: %1</translation>
    </message>
    <message>
        <source>another sample</source>
        <translation>andere Probe</translation>
    </message>
    <message>
        <source>messages differ from number %1 on</source>
        <translation>Nachrichten unterscheiden sich ab Nummer %1</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>made stale</source>
        <translation>für veraltet erklärt</translation>
    </message>
    <message>
        <source>invalidated</source>
        <translation>für ungültig erklärt</translation>
    </message>
    <message>
        <source>made room for others</source>
        <translation>machte anderen Platz</translation>
    </message>
    <message>
        <source>damaged on disk</source>
        <translation>auf der Platte beschädigt</translation>
    </message>
    <message>
        <source>the disk could not be read</source>
        <translation>die Platte war nicht zu lesen</translation>
    </message>
    <message>
        <source>the disk took too long</source>
        <translation>die Platte brauchte zu lange</translation>
    </message>
    <message>
        <source>the cache is off</source>
        <translation>der Zwischenspeicher ist aus</translation>
    </message>
    <message>
        <source>the request has tools</source>
        <translation>die Anfrage hat Werkzeuge</translation>
    </message>
    <message>
        <source>not for this temperature</source>
        <translation>nicht bei dieser Temperatur</translation>
    </message>
    <message>
        <source>the request has no key</source>
        <translation>die Anfrage hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>asked anew on purpose</source>
        <translation>mit Absicht neu gefragt</translation>
    </message>
    <message>
        <source>nothing is to be kept</source>
        <translation>nichts soll aufbewahrt werden</translation>
    </message>
    <message>
        <source>the answer failed</source>
        <translation>die Antwort ist gescheitert</translation>
    </message>
    <message>
        <source>the answer broke off</source>
        <translation>die Antwort brach ab</translation>
    </message>
    <message>
        <source>cut at the length limit</source>
        <translation>an der Längengrenze abgeschnitten</translation>
    </message>
    <message>
        <source>stopped by a filter</source>
        <translation>von einem Filter angehalten</translation>
    </message>
    <message>
        <source>a refusal</source>
        <translation>eine Ablehnung</translation>
    </message>
    <message>
        <source>an unknown end</source>
        <translation>ein unbekanntes Ende</translation>
    </message>
    <message>
        <source>the answer calls tools</source>
        <translation>die Antwort ruft Werkzeuge auf</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>eine leere Antwort</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not of the shape asked for</source>
        <translation>nicht in der verlangten Form</translation>
    </message>
    <message>
        <source>shared a call under way</source>
        <translation>teilte eine laufende Anfrage</translation>
    </message>
    <message>
        <source>invalidated meanwhile</source>
        <translation>inzwischen für ungültig erklärt</translation>
    </message>
    <message>
        <source>too much waits for the disk</source>
        <translation>zu viel wartet auf die Platte</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>die Platte ist gescheitert</translation>
    </message>
    <message>
        <source>It was kept, until “%1” was invalidated.</source>
        <translation>Sie war aufbewahrt, bis „%1“ für ungültig erklärt wurde.</translation>
    </message>
    <message>
        <source>It was kept once: %1.</source>
        <translation>Sie war einmal aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>Nothing like it was kept: the question was new.</source>
        <translation>Nichts Ähnliches war aufbewahrt: Die Frage war neu.</translation>
    </message>
    <message>
        <source>The nearest entry differs only in what its key alone tells.</source>
        <translation>Der ähnlichste Eintrag unterscheidet sich nur in dem, was allein sein Schlüssel sagt.</translation>
    </message>
    <message>
        <source>Against the nearest entry: %1.</source>
        <translation>Gegenüber dem ähnlichsten Eintrag: %1.</translation>
    </message>
</context>
<context>
    <name>kagura::ModelListModel</name>
    <message>
        <source>No model has that in its name.</source>
        <translation>Kein Modell hat das in seinem Namen.</translation>
    </message>
</context>
<context>
    <name>kagura::ModelPicker</name>
    <message>
        <source>Choose the model (Ctrl+M)</source>
        <translation>Modell wählen (Strg+M)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>Modell verbinden …</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>Modell verbinden</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>kagura::ModelTableModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>In, $ per M</source>
        <translation>Ein, $ je Mio.</translation>
    </message>
    <message>
        <source>Out, $ per M</source>
        <translation>Aus, $ je Mio.</translation>
    </message>
    <message>
        <source>Cached in</source>
        <translation>Ein, gespeichert</translation>
    </message>
</context>
<context>
    <name>kagura::OperationModel</name>
    <message>
        <source>Made stale</source>
        <translation>Für veraltet erklärt</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>In den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>can be undone for %1</source>
        <translation>noch %1 rückgängig zu machen</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>To which entries</source>
        <translation>Mit welchen Einträgen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>To regenerate</source>
        <translation>Neu zu erzeugen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>kagura::OperationsPane</name>
    <message>
        <source>Undo this</source>
        <translation>Dies rückgängig machen</translation>
    </message>
    <message>
        <source>What was done to the cache</source>
        <translation>Was mit dem Zwischenspeicher getan wurde</translation>
    </message>
    <message>
        <source>Nothing was invalidated yet. Each invalidation is written down here, and can be undone for ten minutes.</source>
        <translation>Noch wurde nichts für ungültig erklärt. Jedes Mal wird hier aufgeschrieben und lässt sich zehn Minuten lang rückgängig machen.</translation>
    </message>
    <message>
        <source>Undoing brings back what no newer answer has replaced.</source>
        <translation>Rückgängig bringt zurück, was keine neuere Antwort ersetzt hat.</translation>
    </message>
</context>
<context>
    <name>kagura::OutgrownDialog</name>
    <message>
        <source>More than the model can read</source>
        <translation>Mehr, als das Modell lesen kann</translation>
    </message>
    <message>
        <source>This conversation has about %1 tokens, and %2 reads %3 with its answer. Nothing is left out unless you say so.</source>
        <translation>Diese Unterhaltung hat etwa %1 Tokens, und %2 liest %3 samt seiner Antwort. Nichts wird weggelassen, wenn Sie es nicht sagen.</translation>
    </message>
    <message>
        <source>Send everything</source>
        <translation>Alles senden</translation>
    </message>
    <message>
        <source>The last message alone is too long. Make it shorter, or choose a model that reads more.</source>
        <translation>Schon die letzte Nachricht ist zu lang. Kürzen Sie sie, oder wählen Sie ein Modell, das mehr liest.</translation>
    </message>
    <message>
        <source>Without these oldest messages it is about %1 tokens. They stay in the conversation:</source>
        <translation>Ohne diese ältesten Nachrichten sind es etwa %1 Tokens. In der Unterhaltung bleiben sie:</translation>
    </message>
    <message>
        <source>Messages that would be left out</source>
        <translation>Nachrichten, die weggelassen würden</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n message(s)</source>
        <translation>
            <numerusform>%n Nachricht weglassen</numerusform>
            <numerusform>%n Nachrichten weglassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::PasteOffer</name>
    <message>
        <source>Long paste</source>
        <translation>Langer eingefügter Text</translation>
    </message>
    <message>
        <source>Attach as text file</source>
        <translation>Als Textdatei anhängen</translation>
    </message>
    <message>
        <source>Attach the pasted text as a text file</source>
        <translation>Den eingefügten Text als Textdatei anhängen</translation>
    </message>
    <message>
        <source>Keep as text</source>
        <translation>Als Text behalten</translation>
    </message>
    <message>
        <source>Keep the pasted text in the message</source>
        <translation>Den eingefügten Text in der Nachricht behalten</translation>
    </message>
    <message>
        <source>%1 lines were pasted</source>
        <translation>%1 Zeilen wurden eingefügt</translation>
    </message>
    <message>
        <source>A long text was pasted</source>
        <translation>Ein langer Text wurde eingefügt</translation>
    </message>
</context>
<context>
    <name>kagura::PlanCard</name>
    <message>
        <source>Dry run</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>no network used</source>
        <translation>kein Netz benutzt</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Predicted cache hits</source>
        <translation>Erwartete Treffer im Zwischenspeicher</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens heraus</translation>
    </message>
    <message>
        <source>Approvals that will ask</source>
        <translation>Freigaben, die erfragt werden</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Anfragen</translation>
    </message>
</context>
<context>
    <name>kagura::PromptForm</name>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert the prompt</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Fill in the prompt %1</source>
        <translation>Vorlage %1 ausfüllen</translation>
    </message>
</context>
<context>
    <name>kagura::PromptLibrary</name>
    <message>
        <source>Prompt library</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the prompt</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text der Vorlage</translation>
    </message>
    <message>
        <source>What stands in double braces, as {{language}}, is asked for when the prompt is used. Type / in a message to find it.</source>
        <translation>Was in doppelten Klammern steht, wie {{language}}, wird beim Benutzen der Vorlage erfragt. Mit / in einer Nachricht ist sie zu finden.</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo: deleted “%1”</source>
        <translation>Rückgängig: „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Prompts (*.json *.md)</source>
        <translation>Vorlagen (*.json *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>Alle Vorlagen exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>vorlagen</translation>
    </message>
</context>
<context>
    <name>kagura::PromptPicker</name>
    <message>
        <source>Prompts</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>Vorlagen …</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>There are no prompts yet. Keep texts that you use again in the library, with {{places}} to fill in.</source>
        <translation>Es gibt noch keine Vorlagen. Behalten Sie Texte, die Sie wieder brauchen, hier, mit {{Stellen}} zum Ausfüllen.</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderDesk</name>
    <message>
        <source>Waiting for the keyring. It may be asking for its password.</source>
        <translation>Wartet auf den Schlüsselbund. Vielleicht fragt er nach seinem Passwort.</translation>
    </message>
    <message>
        <source>There is no keychain here, so the key is kept for this session only.</source>
        <translation>Hier gibt es keinen Schlüsselbund, deshalb wird der Schlüssel nur für diese Sitzung aufbewahrt.</translation>
    </message>
    <message>
        <source>The key is in the keychain.</source>
        <translation>Der Schlüssel ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>in the keychain of this computer</source>
        <translation>im Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>until Kagura is closed; there is no keychain here</source>
        <translation>bis zum Beenden von Kagura; hier gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Guide · offline</source>
        <translation>Guide · offline</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderFields</name>
    <message>
        <source>Whole seconds, or empty for no limit.</source>
        <translation>Ganze Sekunden, oder leer für keine Grenze.</translation>
    </message>
    <message>
        <source>A whole number, or empty for no limit.</source>
        <translation>Eine ganze Zahl, oder leer für keine Grenze.</translation>
    </message>
    <message>
        <source>An address like https://llm.example/v1 is needed.</source>
        <translation>Eine Adresse wie https://llm.example/v1 ist nötig.</translation>
    </message>
    <message>
        <source>A proxy is like http://proxy.example:3128 or socks5://host:1080.</source>
        <translation>Ein Proxy ist wie http://proxy.example:3128 oder socks5://host:1080.</translation>
    </message>
    <message>
        <source>A password would be stored as plain text; leave it out.</source>
        <translation>Ein Passwort würde im Klartext gespeichert; lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The whole path of a PEM file is needed.</source>
        <translation>Der ganze Pfad einer PEM-Datei ist nötig.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1000.</source>
        <translation>Eine ganze Zahl von 1 bis 1000.</translation>
    </message>
    <message>
        <source>A header is a line like “X-Team: blue”.</source>
        <translation>Eine Kopfzeile ist eine Zeile wie „X-Team: blue“.</translation>
    </message>
    <message>
        <source>Keys do not belong here, they would be stored as plain text. Use Replace… above.</source>
        <translation>Schlüssel gehören nicht hierher, sie würden im Klartext gespeichert. Verwenden Sie „Ersetzen …“ weiter oben.</translation>
    </message>
</context>
<context>
    <name>kagura::ProviderForm</name>
    <message>
        <source>Asking for the list of models…</source>
        <translation>Die Liste der Modelle wird erfragt …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>A PEM file beside the system&apos;s authorities</source>
        <translation>Eine PEM-Datei neben den Zertifikaten des Systems</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file of authorities</source>
        <translation>Datei mit Zertifikaten wählen</translation>
    </message>
    <message>
        <source>X-Team: blue</source>
        <translation>X-Team: blue</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>First byte, s</source>
        <translation>Erstes Byte, s</translation>
    </message>
    <message>
        <source>Silence, s</source>
        <translation>Stille, s</translation>
    </message>
    <message>
        <source>Whole call, s</source>
        <translation>Ganze Anfrage, s</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Tokens je Minute</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Liste auffrischen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign in with %1…</source>
        <translation>Mit %1 anmelden …</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Eintragen …</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>not listed yet</source>
        <translation>noch nicht aufgelistet</translation>
    </message>
    <message>
        <source>Calls go to %1</source>
        <translation>Anfragen gehen an %1</translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation>Zertifikate von Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>kagura::ProvidersPane</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>No provider is connected. The Guide answers without one.</source>
        <translation>Kein Anbieter ist verbunden. Der Guide antwortet auch ohne.</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>Modell verbinden …</translation>
    </message>
    <message>
        <source>Changes apply at once. Calls already in flight keep their old settings.</source>
        <translation>Änderungen gelten sofort. Laufende Anfragen behalten ihre alten Einstellungen.</translation>
    </message>
    <message>
        <source>Undo last change</source>
        <translation>Letzte Änderung zurücknehmen</translation>
    </message>
</context>
<context>
    <name>kagura::QueryEdit</name>
    <message>
        <source>What could come next</source>
        <translation>Was als Nächstes kommen könnte</translation>
    </message>
</context>
<context>
    <name>kagura::QueryField</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Which entries are shown, by fields such as model, agent, age, hits, size and tag, or by words of request and answer</source>
        <translation>Welche Einträge gezeigt werden: nach Feldern wie model, agent, age, hits, size und tag, oder nach Wörtern aus Frage und Antwort</translation>
    </message>
    <message>
        <source>model:gpt-4o*  age:&gt;7d  hits:0  tag:eval  &quot;exact phrase&quot;</source>
        <translation>model:gpt-4o*  age:&gt;7d  hits:0  tag:eval  &quot;genaue Wortfolge&quot;</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Abfrage leeren</translation>
    </message>
    <message>
        <source>Clear the query (Esc)</source>
        <translation>Abfrage leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>kagura::QuestionCard</name>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>Es ist geschehen</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>Let it fail</source>
        <translation>Scheitern lassen</translation>
    </message>
    <message>
        <source>A question of the run: %1</source>
        <translation>Eine Frage des Laufs: %1</translation>
    </message>
    <message>
        <source>asked %1 ago</source>
        <translation>vor %1 gefragt</translation>
    </message>
</context>
<context>
    <name>kagura::ReportDesk</name>
    <message>
        <source>The report is in %1. Read it before you send it.</source>
        <translation>Der Bericht steht in %1. Lesen Sie ihn, bevor Sie ihn verschicken.</translation>
    </message>
    <message>
        <source>Looking at everything, for the report…</source>
        <translation>Alles wird für den Bericht angesehen …</translation>
    </message>
</context>
<context>
    <name>kagura::RunChip</name>
    <message>
        <source>Show only: %1 %2</source>
        <translation>Nur zeigen: %1 %2</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
</context>
<context>
    <name>kagura::RunController</name>
    <message numerus="yes">
        <source>%n runs were interrupted.</source>
        <translation>
            <numerusform>%n Lauf wurde unterbrochen.</numerusform>
            <numerusform>%n Läufe wurden unterbrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>A run asks: %1</source>
        <translation>Ein Lauf fragt: %1</translation>
    </message>
    <message>
        <source>There is no other run to compare with yet.</source>
        <translation>Noch gibt es keinen anderen Lauf zum Vergleichen.</translation>
    </message>
    <message>
        <source>Raise the budget</source>
        <translation>Budget erhöhen</translation>
    </message>
    <message>
        <source>New calls stop at this sum, in dollars:</source>
        <translation>Neue Anfragen halten bei dieser Summe an, in Dollar:</translation>
    </message>
    <message>
        <source>Export the results of the run</source>
        <translation>Ergebnisse des Laufs exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Lauf verwerfen</translation>
    </message>
    <message>
        <source>%1 and everything it has answered will be removed. This cannot be taken back.</source>
        <translation>%1 und alles, was er beantwortet hat, wird entfernt. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>A run was interrupted.</source>
        <translation>Ein Lauf wurde unterbrochen.</translation>
    </message>
</context>
<context>
    <name>kagura::RunDesk</name>
    <message>
        <source>%1: %2 of %3 nodes are done.</source>
        <translation>%1: %2 von %3 Knoten sind fertig.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The results are in %1</source>
        <translation>Die Ergebnisse stehen in %1</translation>
    </message>
</context>
<context>
    <name>kagura::RunFigures</name>
    <message>
        <source>Figures of the run</source>
        <translation>Zahlen des Laufs</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>of %1 finished</source>
        <translation>von %1 fertig</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>in, %1 out</source>
        <translation>hinein, %1 heraus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>of %1 budget</source>
        <translation>von %1 Budget</translation>
    </message>
    <message>
        <source>Saved by cache</source>
        <translation>Durch Zwischenspeicher gespart</translation>
    </message>
    <message numerus="yes">
        <source>%n cached</source>
        <translation>
            <numerusform>%n gespeichert</numerusform>
            <numerusform>%n gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>of %1 in use</source>
        <translation>von %1 benutzt</translation>
    </message>
</context>
<context>
    <name>kagura::RunHead</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Raise budget…</source>
        <translation>Budget erhöhen …</translation>
    </message>
    <message>
        <source>Rerun</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>kagura::RunHistory</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>New run (Ctrl+Shift+R)</source>
        <translation>Neuer Lauf (Strg+Umschalt+R)</translation>
    </message>
</context>
<context>
    <name>kagura::RunHistoryModel</name>
    <message>
        <source>%1, %2, %3 of %4 nodes, %5</source>
        <translation>%1, %2, %3 von %4 Knoten, %5</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>kagura::RunInspector</name>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>What is known of the node</source>
        <translation>Was über den Knoten bekannt ist</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Cancel node</source>
        <translation>Knoten abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>No node is chosen</source>
        <translation>Kein Knoten ist gewählt</translation>
    </message>
    <message>
        <source>Choose one in the outline to see what it was given and what it said.</source>
        <translation>Wählen Sie einen in der Gliederung, um zu sehen, was ihm gegeben wurde und was er sagte.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are waiting for an answer</source>
        <translation>
            <numerusform>%n weiterer wartet auf eine Antwort</numerusform>
            <numerusform>%n weitere warten auf eine Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation>Noch ist nichts angekommen.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>One more is waiting for an answer</source>
        <translation>Eine weitere Frage wartet auf Antwort</translation>
    </message>
</context>
<context>
    <name>kagura::RunLegend</name>
    <message>
        <source>What the bars mean</source>
        <translation>Was die Balken bedeuten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms</source>
        <translation>Strg+Mausrad vergrößert</translation>
    </message>
</context>
<context>
    <name>kagura::RunRowPainter</name>
    <message>
        <source>calls in flight, most %1</source>
        <translation>laufende Anfragen, höchstens %1</translation>
    </message>
    <message>
        <source>%1 more items: %2</source>
        <translation>%1 weitere Posten: %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
</context>
<context>
    <name>kagura::RunTree</name>
    <message>
        <source>Nodes of the run</source>
        <translation>Knoten des Laufs</translation>
    </message>
    <message>
        <source>%1 more items: %2</source>
        <translation>%1 weitere Posten: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n items of %1</source>
        <translation>
            <numerusform>%n Posten von %1</numerusform>
            <numerusform>%n Posten von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
</context>
<context>
    <name>kagura::RunWords</name>
    <message>
        <source>pending</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>ungewiss</translation>
    </message>
</context>
<context>
    <name>kagura::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>A run sends work to several agents at once, shows each of them, and never pays twice for the same answer.</source>
        <translation>Ein Lauf verteilt Arbeit an mehrere Agenten zugleich, zeigt jeden von ihnen und zahlt nie zweimal für dieselbe Antwort.</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>Neuer Lauf …</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>F in the outline</source>
        <translation>F in der Gliederung</translation>
    </message>
</context>
<context>
    <name>kagura::SchemaFields</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>eine ganze Zahl ist nötig</translation>
    </message>
    <message>
        <source>a number is needed</source>
        <translation>eine Zahl ist nötig</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>eine je Zeile</translation>
    </message>
    <message>
        <source>one a line, %1</source>
        <translation>eine je Zeile, %1</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>this is needed</source>
        <translation>dies ist nötig</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>dies ist kein JSON</translation>
    </message>
</context>
<context>
    <name>kagura::SettingsController</name>
    <message>
        <source>list of %1</source>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>Daten und Sicherung</translation>
    </message>
    <message>
        <source>Answer cache</source>
        <translation>Antwortspeicher</translation>
    </message>
    <message>
        <source>Shared cache</source>
        <translation>Gemeinsamer Zwischenspeicher</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutBook</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Undo while writing</source>
        <translation>Beim Schreiben rückgängig</translation>
    </message>
    <message>
        <source>Redo while writing</source>
        <translation>Beim Schreiben wiederholen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutModel</name>
    <message>
        <source>%1  (changed)</source>
        <translation>%1  (geändert)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>kagura::ShortcutsPane</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>Befehl oder Tasten suchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Give all commands their usual keys</source>
        <translation>Allen Befehlen ihre üblichen Tasten geben</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Drücken Sie hier die neuen Tasten</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>Tasten entfernen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give this command its usual keys</source>
        <translation>Diesem Befehl seine üblichen Tasten geben</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Kein Befehl hat diese Buchstaben.</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten für %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1 is always for “%2”.</source>
        <translation>%1 ist immer für „%2“.</translation>
    </message>
    <message>
        <source>Press other keys.</source>
        <translation>Drücken Sie andere Tasten.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört „%2“.</translation>
    </message>
    <message>
        <source>Press other keys, or take them: “%1” has none then.</source>
        <translation>Drücken Sie andere Tasten, oder nehmen Sie diese: „%1“ hat dann keine.</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>%1 alone is for typing.</source>
        <translation>%1 allein ist zum Schreiben da.</translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt along with it, or take a function key.</source>
        <translation>Halten Sie Strg oder Alt dazu, oder nehmen Sie eine Funktionstaste.</translation>
    </message>
</context>
<context>
    <name>kagura::ShownAttachment</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>lost or damaged</source>
        <translation>verloren oder beschädigt</translation>
    </message>
    <message>
        <source>%1 of text</source>
        <translation>%1 Text</translation>
    </message>
    <message>
        <source>PDF, 1 page</source>
        <translation>PDF, 1 Seite</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages</source>
        <translation>
            <numerusform>PDF, %n Seite</numerusform>
            <numerusform>PDF, %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation>%1, wird gelesen</translation>
    </message>
    <message>
        <source>%1 cannot be attached: %2</source>
        <translation>%1 kann nicht angehängt werden: %2</translation>
    </message>
</context>
<context>
    <name>kagura::ShownNodes</name>
    <message>
        <source>waits for a slot</source>
        <translation>wartet auf einen Platz</translation>
    </message>
    <message>
        <source>waits for the model</source>
        <translation>wartet auf das Modell</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Anfragegrenze</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed before it</source>
        <translation>davor gescheitert</translation>
    </message>
    <message>
        <source>skipped by you</source>
        <translation>von Ihnen übersprungen</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>erneut in %1 s</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>asks to use a tool</source>
        <translation>möchte ein Werkzeug benutzen</translation>
    </message>
    <message numerus="yes">
        <source>done, %n retries</source>
        <translation>
            <numerusform>fertig, %n Wiederholung</numerusform>
            <numerusform>fertig, %n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>default value</source>
        <translation>Vorgabewert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tries</source>
        <translation>
            <numerusform>%1, %n Versuch</numerusform>
            <numerusform>%1, %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>may have been billed</source>
        <translation>vielleicht berechnet</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>im Gang</translation>
    </message>
    <message>
        <source>from the cache, %1</source>
        <translation>aus dem Zwischenspeicher, %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>first text after %1</source>
        <translation>erster Text nach %1</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>kein Guthaben</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>wrong shape</source>
        <translation>falsche Form</translation>
    </message>
    <message>
        <source>tool failed</source>
        <translation>Werkzeug gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>fault of Kagura</source>
        <translation>Fehler von Kagura</translation>
    </message>
    <message>
        <source>… %1 more characters; an export has them all.</source>
        <translation>… %1 weitere Zeichen; ein Export hat sie alle.</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>Zug</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>begonnen um %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>#%1: %2 in, %3 out, %4 from the provider&apos;s cache, %5</source>
        <translation>#%1: %2 hinein, %3 heraus, %4 aus dem Speicher des Anbieters, %5</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
    <message>
        <source>at %1: %2: %3</source>
        <translation>um %1: %2: %3</translation>
    </message>
    <message>
        <source>fingerprint  %1</source>
        <translation>Fingerabdruck  %1</translation>
    </message>
    <message>
        <source>done, 1 retry</source>
        <translation>fertig, 1 Wiederholung</translation>
    </message>
</context>
<context>
    <name>kagura::ShownRuns</name>
    <message>
        <source>pausing</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>the run waits; nothing is spent</source>
        <translation>der Lauf wartet; nichts wird ausgegeben</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 was carried out before the program ended.</source>
        <translation>Niemand weiß, ob %1 ausgeführt wurde, bevor das Programm endete.</translation>
    </message>
    <message>
        <source>May %1 be used?</source>
        <translation>Darf %1 benutzt werden?</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>changes nothing</source>
        <translation>ändert nichts</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>darf wiederholt werden</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation>lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>This run was interrupted: the program that ran it has ended.</source>
        <translation>Dieser Lauf wurde unterbrochen: Das Programm, das ihn ausführte, ist beendet.</translation>
    </message>
    <message>
        <source>The run has failed: %1</source>
        <translation>Der Lauf ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The budget is used up: nothing new is called.</source>
        <translation>Das Budget ist aufgebraucht: Nichts Neues wird angefragt.</translation>
    </message>
    <message>
        <source>Raise it to go on; what was answered stays.</source>
        <translation>Erhöhen Sie es, um weiterzumachen; was beantwortet ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are done and will not be done or paid again.</source>
        <translation>%1 von %2 Knoten sind fertig und werden nicht noch einmal ausgeführt oder bezahlt.</translation>
    </message>
    <message>
        <source>No call was under way.</source>
        <translation>Keine Anfrage war im Gang.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were under way and may have been billed (%1).</source>
        <translation>
            <numerusform>%n Anfrage war im Gang und wurde vielleicht berechnet (%1).</numerusform>
            <numerusform>%n Anfragen waren im Gang und wurden vielleicht berechnet (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>One call was under way and may have been billed (%1).</source>
        <translation>Eine Anfrage war unterwegs und wurde vielleicht berechnet (%1).</translation>
    </message>
</context>
<context>
    <name>kagura::SignInController</name>
    <message>
        <source>You are signed in. The tokens are in the keychain.</source>
        <translation>Sie sind angemeldet. Die Tokens sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>You are signed in until Kagura is closed: the keychain did not take the tokens.</source>
        <translation>Sie sind angemeldet, bis Kagura beendet wird: Der Schlüsselbund hat die Tokens nicht angenommen.</translation>
    </message>
    <message>
        <source>You are signed out, and the tokens are void.</source>
        <translation>Sie sind abgemeldet, und die Tokens sind ungültig.</translation>
    </message>
    <message>
        <source>You are signed out here. The server could not be told: revoke the access on its own pages, too.</source>
        <translation>Hier sind Sie abgemeldet. Dem Server konnte es nicht gesagt werden: Widerrufen Sie den Zugang auch auf seinen eigenen Seiten.</translation>
    </message>
    <message>
        <source>You are still signed in. %1</source>
        <translation>Sie sind noch angemeldet. %1</translation>
    </message>
    <message>
        <source>The sign-in did not work.</source>
        <translation>Die Anmeldung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Next: open the browser again and finish there.</source>
        <translation>Nächster Schritt: Öffnen Sie den Browser noch einmal und schließen Sie dort ab.</translation>
    </message>
    <message>
        <source>Next: open the browser again and agree there. If you did, check the client id and its secret.</source>
        <translation>Nächster Schritt: Öffnen Sie den Browser noch einmal und stimmen Sie dort zu. Wenn Sie das getan haben, prüfen Sie Client-ID und Geheimnis.</translation>
    </message>
    <message>
        <source>Next: check the connection and the proxy, then try again.</source>
        <translation>Nächster Schritt: Prüfen Sie Verbindung und Proxy, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Next: check the client id; it has to be one for desktop apps.</source>
        <translation>Nächster Schritt: Prüfen Sie die Client-ID; es muss eine für Desktop-Programme sein.</translation>
    </message>
    <message>
        <source>Next: try again in a while.</source>
        <translation>Nächster Schritt: Versuchen Sie es in einer Weile noch einmal.</translation>
    </message>
</context>
<context>
    <name>kagura::SignInDialog</name>
    <message>
        <source>Sign in with %1</source>
        <translation>Mit %1 anmelden</translation>
    </message>
    <message>
        <source>Your browser opens, you agree there, and it comes back by itself. Kagura has no client id of its own: make one for desktop apps at %1 and enter it here. The manual says how.</source>
        <translation>Ihr Browser öffnet sich, Sie stimmen dort zu, und er kommt von selbst zurück. Kagura hat keine eigene Client-ID: Legen Sie unter %1 eine für Desktop-Programme an und tragen Sie sie hier ein. Das Handbuch sagt, wie.</translation>
    </message>
    <message>
        <source>If one came with the client id</source>
        <translation>Falls es eines zur Client-ID gab</translation>
    </message>
    <message>
        <source>It is kept in the keychain with the tokens, and nowhere else.</source>
        <translation>Es wird mit den Tokens im Schlüsselbund aufbewahrt und nirgends sonst.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>Ihr Browser wird geöffnet …</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Wartet auf Ihren Browser …</translation>
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation>Ihr Browser konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Agree there, and it comes back here by itself. If no page opened, copy its address into a browser of this computer.</source>
        <translation>Stimmen Sie dort zu, und er kommt von selbst hierher zurück. Wenn sich keine Seite geöffnet hat, kopieren Sie ihre Adresse in einen Browser dieses Rechners.</translation>
    </message>
    <message>
        <source>Copy the address into a browser of this computer, and agree there.</source>
        <translation>Kopieren Sie die Adresse in einen Browser dieses Rechners, und stimmen Sie zu.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>Wartet auf den Schlüsselbund …</translation>
    </message>
    <message>
        <source>You are signed in. The keyring may be asking for its password, to keep the tokens.</source>
        <translation>Sie sind angemeldet. Vielleicht fragt der Schlüsselbund nach seinem Passwort, um die Tokens aufzubewahren.</translation>
    </message>
</context>
<context>
    <name>kagura::SpendingText</name>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsController</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>The cache may use %1 of the disk now.</source>
        <translation>Der Zwischenspeicher darf jetzt %1 der Platte belegen.</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsPane</name>
    <message>
        <source>The cache was not asked in this time. Every answer that it gives is counted here, with what it saved.</source>
        <translation>In dieser Zeit wurde der Zwischenspeicher nicht gefragt. Jede Antwort, die er gibt, wird hier gezählt, mit dem, was sie gespart hat.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 Std.</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T.</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T.</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Money saved</source>
        <translation>Gespartes Geld</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Gesparte Zeit</translation>
    </message>
    <message>
        <source>Tokens saved</source>
        <translation>Gesparte Tokens</translation>
    </message>
    <message>
        <source>Hit rate by tier</source>
        <translation>Trefferquote nach Ebene</translation>
    </message>
    <message>
        <source>Why lookups missed</source>
        <translation>Warum nichts gefunden wurde</translation>
    </message>
    <message>
        <source>By model and agent</source>
        <translation>Nach Modell und Agent</translation>
    </message>
    <message>
        <source>What if the budget were…</source>
        <translation>Was wäre, wenn die Grenze …</translation>
    </message>
    <message>
        <source>dashed: estimate</source>
        <translation>gestrichelt: Schätzung</translation>
    </message>
    <message>
        <source>Hit rate by budget</source>
        <translation>Trefferquote nach Grenze</translation>
    </message>
    <message>
        <source>What left the cache</source>
        <translation>Was den Zwischenspeicher verließ</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Alle Agenten</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Kein Agent</translation>
    </message>
    <message>
        <source>The cache answered %1 of all lookups.</source>
        <translation>Der Zwischenspeicher beantwortete %1 aller Abfragen.</translation>
    </message>
    <message>
        <source>%1, avoidable %2</source>
        <translation>%1, vermeidbar %2</translation>
    </message>
    <message>
        <source>%1 lookups missed, of which %2 were avoidable.</source>
        <translation>%1 Abfragen fanden nichts, davon waren %2 vermeidbar.</translation>
    </message>
    <message>
        <source>Set budget to %1</source>
        <translation>Grenze auf %1 setzen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsTable</name>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
</context>
<context>
    <name>kagura::StatisticsWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Mitgenutzt</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>%1: not asked</source>
        <translation>%1: nicht gefragt</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1: %2 = %3</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Made stale</source>
        <translation>Für veraltet erklärt</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Für ungültig erklärt</translation>
    </message>
    <message>
        <source>Made room for others</source>
        <translation>Machte anderen Platz</translation>
    </message>
    <message>
        <source>Damaged on disk</source>
        <translation>Auf der Platte beschädigt</translation>
    </message>
    <message>
        <source>Disk unreadable</source>
        <translation>Platte nicht lesbar</translation>
    </message>
    <message>
        <source>Disk too slow</source>
        <translation>Platte zu langsam</translation>
    </message>
    <message>
        <source>Past it: cache off</source>
        <translation>Vorbei: Zwischenspeicher aus</translation>
    </message>
    <message>
        <source>Past it: tools</source>
        <translation>Vorbei: Werkzeuge</translation>
    </message>
    <message>
        <source>Past it: temperature</source>
        <translation>Vorbei: Temperatur</translation>
    </message>
    <message>
        <source>Past it: no key</source>
        <translation>Vorbei: kein Schlüssel</translation>
    </message>
    <message>
        <source>Asked anew</source>
        <translation>Neu gefragt</translation>
    </message>
    <message>
        <source>Past it: kept never</source>
        <translation>Vorbei: nie aufbewahrt</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Too little is known yet: %1 of at least %2 calls.</source>
        <translation>Noch ist zu wenig bekannt: %1 von mindestens %2 Anfragen.</translation>
    </message>
    <message>
        <source>now, at %1: %2</source>
        <translation>jetzt, bei %1: %2</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>bei %1: %2</translation>
    </message>
    <message>
        <source>Estimated from the latest %1 calls.</source>
        <translation>Geschätzt aus den letzten %1 Anfragen.</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 to %2 · %3 lookups</source>
        <translation>%1 bis %2 · %3 Abfragen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>kein Agent</translation>
    </message>
</context>
<context>
    <name>kagura::StorageWords</name>
    <message>
        <source>Your conversations can be read, but not changed</source>
        <translation>Ihre Unterhaltungen können gelesen, aber nicht geändert werden</translation>
    </message>
    <message>
        <source>A later version of Kagura has written them. Nothing is touched here; use that version to go on. Search and export work.</source>
        <translation>Eine spätere Fassung von Kagura hat sie geschrieben. Hier wird nichts angerührt; machen Sie mit jener Fassung weiter. Suche und Export gehen.</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be kept</source>
        <translation>Die Platte ist voll: Nichts kann aufbewahrt werden</translation>
    </message>
    <message>
        <source>What was kept before is safe. Make room; this goes away by itself then. Search and export to another disk work.</source>
        <translation>Was vorher aufbewahrt wurde, ist sicher. Schaffen Sie Platz; dann verschwindet dies von selbst. Suche und Export auf eine andere Platte gehen.</translation>
    </message>
    <message>
        <source>The database of conversations is damaged</source>
        <translation>Die Datenbank der Unterhaltungen ist beschädigt</translation>
    </message>
    <message>
        <source>Another program still has it open. Close that one; then the file is set aside, not deleted, and the latest backup takes its place.</source>
        <translation>Ein anderes Programm hat sie noch geöffnet. Schließen Sie es; dann wird die Datei beiseitegelegt, nicht gelöscht, und die neueste Sicherung tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>Conversations cannot be kept</source>
        <translation>Unterhaltungen können nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>The database of conversations was damaged</source>
        <translation>Die Datenbank der Unterhaltungen war beschädigt</translation>
    </message>
    <message>
        <source>There was no backup, so that the list begins empty.</source>
        <translation>Es gab keine Sicherung, deshalb beginnt die Liste leer.</translation>
    </message>
    <message>
        <source>The latest backup is in its place, of %1.</source>
        <translation>Die neueste Sicherung ist an ihrer Stelle, von %1.</translation>
    </message>
    <message>
        <source>It was not deleted: it is kept as %1.</source>
        <translation>Sie wurde nicht gelöscht: Sie liegt als %1 bereit.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>kagura::StreamPicture</name>
    <message>
        <source>How the answer arrived</source>
        <translation>Wie die Antwort ankam</translation>
    </message>
    <message>
        <source>first text after %1, then over %2</source>
        <translation>erster Text nach %1, dann über %2</translation>
    </message>
</context>
<context>
    <name>kagura::TeamController</name>
    <message>
        <source>That was not stored.</source>
        <translation>Das wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>A new key is made, and it is in the clipboard.</source>
        <translation>Ein neuer Schlüssel ist gemacht und liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Next: hand it to the others of your team, and to nobody else. Whoever has it can read and write the shared answers.</source>
        <translation>Nächster Schritt: Geben Sie ihn den anderen Ihres Teams und niemandem sonst. Wer ihn hat, kann die gemeinsamen Antworten lesen und schreiben.</translation>
    </message>
    <message>
        <source>There is no keychain here, so it is gone when Kagura is closed. Next: keep it in a safe place, and hand it to the others of your team.</source>
        <translation>Hier gibt es keinen Schlüsselbund, deshalb ist er fort, wenn Kagura beendet wird. Nächster Schritt: Bewahren Sie ihn sicher auf, und geben Sie ihn den anderen Ihres Teams.</translation>
    </message>
    <message>
        <source>No key in use</source>
        <translation>Kein Schlüssel in Gebrauch</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>In Gebrauch: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Answers stay on this computer.</source>
        <translation>Antworten bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>Calls go on without the shared cache meanwhile.</source>
        <translation>Anfragen laufen inzwischen ohne den gemeinsamen Zwischenspeicher weiter.</translation>
    </message>
    <message>
        <source>The key of the team is missing.</source>
        <translation>Der Schlüssel des Teams fehlt.</translation>
    </message>
    <message>
        <source>Next: paste the key that the others use, or make a new one if you are the first.</source>
        <translation>Nächster Schritt: Fügen Sie den Schlüssel ein, den die anderen benutzen, oder machen Sie einen neuen, wenn Sie als Erste beginnen.</translation>
    </message>
    <message>
        <source>These settings cannot be used.</source>
        <translation>Diese Einstellungen sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Calls to other machines ask the shared cache after this computer&apos;s own.</source>
        <translation>Anfragen an andere Rechner fragen den gemeinsamen Zwischenspeicher nach dem dieses Rechners.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>%1. Calls go on without it. Next: check the address, and whether the server runs.</source>
        <translation>%1. Anfragen laufen ohne ihn weiter. Nächster Schritt: Prüfen Sie die Adresse, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>The shared cache works.</source>
        <translation>Der gemeinsame Zwischenspeicher geht.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 ms away, with %n answers of this team.</source>
        <translation>
            <numerusform>%1, %2 ms entfernt, mit %n Antwort dieses Teams.</numerusform>
            <numerusform>%1, %2 ms entfernt, mit %n Antworten dieses Teams.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kagura::TeamPane</name>
    <message>
        <source>Only where the server asks for one</source>
        <translation>Nur wo der Server eines verlangt</translation>
    </message>
    <message>
        <source>Shared cache</source>
        <translation>Gemeinsamer Zwischenspeicher</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A Redis or Valkey server that the machines of your team reach. While this is empty, answers stay on this computer.</source>
        <translation>Ein Redis- oder Valkey-Server, den die Rechner Ihres Teams erreichen. Solange dies leer ist, bleiben Antworten auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Several teams may use one server; none sees the answers of another.</source>
        <translation>Mehrere Teams können einen Server benutzen; keines sieht die Antworten eines anderen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Answers are encrypted here, so that the server cannot read them. The machines of a team use one key, which rests in the keychain.</source>
        <translation>Antworten werden hier verschlüsselt, sodass der Server sie nicht lesen kann. Die Rechner eines Teams benutzen einen Schlüssel, der im Schlüsselbund liegt.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Of the server. It rests in the keychain.</source>
        <translation>Das des Servers. Es liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key of the team</source>
        <translation>Schlüssel des Teams</translation>
    </message>
    <message>
        <source>Paste the team&apos;s key, then press Enter</source>
        <translation>Schlüssel des Teams einfügen, dann Eingabetaste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Make a new key for the team</source>
        <translation>Einen neuen Schlüssel für das Team machen</translation>
    </message>
</context>
<context>
    <name>kagura::TimeScale</name>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
</context>
<context>
    <name>kagura::ToastBar</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>kagura::ToolCards</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close tool call %1, %2</source>
        <translation>Werkzeugaufruf %1, %2 schließen</translation>
    </message>
    <message>
        <source>Open tool call %1, %2</source>
        <translation>Werkzeugaufruf %1, %2 öffnen</translation>
    </message>
</context>
<context>
    <name>kagura::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as rich text</source>
        <translation>Als formatierten Text kopieren</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Copy whole message</source>
        <translation>Ganze Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Zur neuesten Nachricht springen</translation>
    </message>
    <message>
        <source>Inspect the call</source>
        <translation>Die Anfrage untersuchen</translation>
    </message>
</context>
<context>
    <name>kagura::UndoSlot</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>Rückgängig (%1)</translation>
    </message>
</context>
<context>
    <name>kagura::ValueText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source> B</source>
        <translation> B</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source> TB</source>
        <translation> TB</translation>
    </message>
</context>
<context>
    <name>kagura::ViewChips</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>+ Save view</source>
        <translation>+ Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>Name, dann Eingabetaste</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Old and rarely hit</source>
        <translation>Alt und selten getroffen</translation>
    </message>
    <message>
        <source>Never hit</source>
        <translation>Nie getroffen</translation>
    </message>
    <message>
        <source>Expiring today</source>
        <translation>Läuft heute ab</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Over 100 KB</source>
        <translation>Über 100 KB</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Everything that is kept</source>
        <translation>Alles, was aufbewahrt ist</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Diese Ansicht entfernen</translation>
    </message>
</context>
<context>
    <name>kagura::WelcomePanel</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>How do I connect a provider?</source>
        <translation>Wie verbinde ich einen Anbieter?</translation>
    </message>
    <message>
        <source>Where are my keys kept, and what leaves this computer?</source>
        <translation>Wo liegen meine Schlüssel, und was verlässt diesen Rechner?</translation>
    </message>
    <message>
        <source>How do I ask from the command line?</source>
        <translation>Wie frage ich im Terminal?</translation>
    </message>
    <message>
        <source>Ask the Guide how Kagura works, or connect a model and ask anything.</source>
        <translation>Fragen Sie den Guide auf Englisch, wie Kagura funktioniert, oder verbinden Sie ein Modell und fragen Sie alles.</translation>
    </message>
    <message>
        <source>Ask anything. The Guide knows how Kagura works.</source>
        <translation>Fragen Sie alles. Der Guide weiß, wie Kagura funktioniert, und spricht Englisch.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Guten Morgen.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Guten Tag.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Guten Abend.</translation>
    </message>
</context>
</TS>
