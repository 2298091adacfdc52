import type { MessageGroup } from '../message';

/** Why an extract did not open: what happened, and what to do next. Counts and places only, never a value. */
export const failureMessages = {
  'failure.no-files.what': {
    fr: 'Aucun fichier de données n’a été choisi.',
    en: 'No data file was chosen.',
  },
  'failure.no-files.next': {
    fr: 'Choisissez les fichiers Parquet ou Arrow de l’extrait, ou leur dossier.',
    en: 'Choose the Parquet or Arrow files of the extract, or their folder.',
  },
  'failure.missing-table.what': {
    fr: '{count, plural, one {Une table obligatoire manque} other {# tables obligatoires manquent}} : {table}.',
    en: '{count, plural, one {A required table is missing} other {# required tables are missing}}: {table}.',
  },
  'failure.missing-table.next': {
    fr: 'Choisissez tous les fichiers de l’extrait à la fois, ou leur dossier. Un fichier porte le nom de sa table : {table}.',
    en: 'Choose all files of the extract at once, or their folder. A file carries the name of its table: {table}.',
  },
  'failure.table-twice.what': {
    fr: 'La table {table} est présente sous plusieurs formes ({count} fichiers).',
    en: 'The table {table} comes in more than one form ({count} files).',
  },
  'failure.table-twice.next': {
    fr: 'Gardez une seule forme par table : un fichier, ou des fichiers numérotés, ou un dossier, en Parquet ou en Arrow.',
    en: 'Keep one form per table: one file, or numbered files, or a folder, in Parquet or in Arrow.',
  },
  'failure.several-extracts.what': {
    fr: 'Les tables se trouvent dans {count} dossiers différents.',
    en: 'The tables lie in {count} different folders.',
  },
  'failure.several-extracts.next': {
    fr: 'Choisissez le dossier d’un seul extrait.',
    en: 'Choose the folder of one extract.',
  },
  'failure.missing-file.what': {
    fr: 'Le fichier {file} de la table {table} est annoncé par le manifeste, mais il manque.',
    en: 'The file {file} of the table {table} is listed in the manifest, but it is missing.',
  },
  'failure.missing-file.next': {
    fr: 'Choisissez le dossier entier de l’extrait, ou demandez une nouvelle copie au registre.',
    en: 'Choose the whole folder of the extract, or ask the registry for a new copy.',
  },
  'failure.manifest-unreadable.what': {
    fr: 'Le fichier manifest.json ne peut pas être lu (partie : {part}).',
    en: 'The file manifest.json cannot be read (part: {part}).',
  },
  'failure.manifest-unreadable.next': {
    fr: 'Demandez un nouveau manifeste au registre, ou ouvrez l’extrait sans lui : rien ne sera alors vérifié.',
    en: 'Ask the registry for a new manifest, or open the extract without it: nothing is compared then.',
  },
  'failure.contract-differs.what': {
    fr: 'L’extrait suit un autre contrat ({found}) que celui de cette application ({wanted}).',
    en: 'The extract follows another contract ({found}) than this application ({wanted}).',
  },
  'failure.contract-differs.next': {
    fr: 'Ouvrez un extrait du registre de leucémie myéloïde chronique.',
    en: 'Open an extract of the chronic myeloid leukaemia registry.',
  },
  'failure.contract-version.what': {
    fr: 'L’extrait suit la version {found} du contrat ; cette application lit la version {wanted}.',
    en: 'The extract follows version {found} of the contract; this application reads version {wanted}.',
  },
  'failure.contract-version.next': {
    fr: 'Utilisez l’application de la même version majeure, ou demandez un extrait en version {wanted}.',
    en: 'Use the application of the same major version, or ask for an extract in version {wanted}.',
  },
  'failure.size-differs.what': {
    fr: 'Le fichier {file} a {found, number} octets ; le manifeste en annonce {wanted, number}.',
    en: 'The file {file} has {found, number} bytes; the manifest announces {wanted, number}.',
  },
  'failure.size-differs.next': {
    fr: 'La copie est sans doute incomplète : copiez le fichier à nouveau.',
    en: 'The copy is probably incomplete: copy the file again.',
  },
  'failure.checksum-differs.what': {
    fr: 'Le contenu du fichier {file} n’est pas celui que le manifeste annonce.',
    en: 'The content of the file {file} is not what the manifest announces.',
  },
  'failure.checksum-differs.next': {
    fr: 'Le fichier a changé après la création de l’extrait : demandez une nouvelle copie au registre.',
    en: 'The file changed after the extract was made: ask the registry for a new copy.',
  },
  'failure.demonstration-unreachable.what': {
    fr: 'L’extrait servi avec l’application n’a pas pu être lu ({file}{status, plural, =0 {} other {, réponse #}}).',
    en: 'The extract that is served with the application could not be read ({file}{status, plural, =0 {} other {, answer #}}).',
  },
  'failure.demonstration-unreachable.next': {
    fr: 'Rechargez la page ; si cela persiste, prévenez la personne qui installe l’application : le dossier extract/ doit être servi à côté d’elle, avec son manifest.json et tous les fichiers qu’il nomme.',
    en: 'Reload the page; if it persists, tell the person who installs the application: the folder extract/ must be served beside it, with its manifest.json and every file that it names.',
  },
  'failure.unreadable-file.what': {
    fr: 'Le fichier {file} ne peut pas être lu sur ce poste.',
    en: 'The file {file} cannot be read on this workstation.',
  },
  'failure.unreadable-file.next': {
    fr: 'Il a peut-être été déplacé ou modifié depuis : choisissez-le à nouveau.',
    en: 'It may have been moved or changed since: choose it again.',
  },
  'failure.empty-file.what': {
    fr: 'Le fichier {file} de la table {table} est vide (0 octet).',
    en: 'The file {file} of the table {table} is empty (0 bytes).',
  },
  'failure.empty-file.next': {
    fr: 'Copiez-le à nouveau ; une table sans ligne a tout de même un en-tête.',
    en: 'Copy it again; a table without rows still has a header.',
  },
  'failure.too-large.what': {
    fr: 'Le fichier {file} de la table {table} fait {megabytes, number} Mo ; la limite est de {limit, number} Mo par fichier.',
    en: 'The file {file} of the table {table} has {megabytes, number} MB; the limit is {limit, number} MB per file.',
  },
  'failure.too-large.next': {
    fr: 'Écrivez la table en plusieurs fichiers dans un dossier {table}/.',
    en: 'Write the table as several files in a folder {table}/.',
  },
  'failure.not-parquet.what': {
    fr: 'Le fichier {file} de la table {table} n’est pas un fichier Parquet.',
    en: 'The file {file} of the table {table} is not a Parquet file.',
  },
  'failure.not-parquet.next': {
    fr: 'Vérifiez son contenu : un fichier CSV renommé, par exemple, doit être réécrit en Parquet.',
    en: 'Check its content: a renamed CSV file, for instance, must be written again as Parquet.',
  },
  'failure.not-arrow.what': {
    fr: 'Le fichier {file} de la table {table} n’est pas un fichier Arrow IPC.',
    en: 'The file {file} of the table {table} is not an Arrow IPC file.',
  },
  'failure.not-arrow.next': {
    fr: 'Réécrivez-le en Arrow IPC (fichier ou flux, Feather version 2) ou en Parquet.',
    en: 'Write it again as Arrow IPC (file or stream, Feather version 2) or as Parquet.',
  },
  'failure.encrypted.what': {
    fr: 'Le fichier {file} de la table {table} est chiffré.',
    en: 'The file {file} of the table {table} is encrypted.',
  },
  'failure.encrypted.next': {
    fr: 'Déchiffrez-le dans l’environnement sécurisé ; l’application ne demande jamais de clé.',
    en: 'Decrypt it inside the secure environment; the application never asks for a key.',
  },
  'failure.unsupported-codec.what': {
    fr: 'Le fichier {file} de la table {table} est compressé en {codec}, que l’application ne lit pas.',
    en: 'The file {file} of the table {table} is compressed with {codec}, which the application does not read.',
  },
  'failure.unsupported-codec.next': {
    fr: 'Réécrivez-le avec zstd, snappy, gzip ou lz4_raw, ou sans compression.',
    en: 'Write it again with zstd, snappy, gzip or lz4_raw, or without compression.',
  },
  'failure.compressed-arrow.what': {
    fr: 'Le fichier Arrow {file} de la table {table} est compressé.',
    en: 'The Arrow file {file} of the table {table} is compressed.',
  },
  'failure.compressed-arrow.next': {
    fr: 'Réécrivez-le sans compression (compression="uncompressed"), ou en Parquet.',
    en: 'Write it again without compression (compression="uncompressed"), or as Parquet.',
  },
  'failure.unreadable-schema.what': {
    fr: 'Les colonnes du fichier {file} de la table {table} ont un type que l’application ne sait pas nommer.',
    en: 'The columns of the file {file} of the table {table} have a type that the application cannot name.',
  },
  'failure.unreadable-schema.next': {
    fr: 'Réécrivez-le avec des types simples : texte, entier, nombre, booléen (et non string_view ou des types imbriqués).',
    en: 'Write it again with plain types: text, integer, number, boolean (not string_view or nested types).',
  },
  'failure.unsupported-type.what': {
    fr: '{table}.{column} est de type {found}, que l’application ne lit pas (fichier {file}).',
    en: '{table}.{column} has the type {found}, which the application does not read (file {file}).',
  },
  'failure.unsupported-type.next': {
    fr: 'Réécrivez la colonne en {wanted}.',
    en: 'Write the column again as {wanted}.',
  },
  'failure.date-type.what': {
    fr: '{table}.{column} contient des dates ({found}) ; un extrait n’en contient jamais (fichier {file}).',
    en: '{table}.{column} holds dates ({found}); an extract never does (file {file}).',
  },
  'failure.date-type.next': {
    fr: 'Remplacez les dates par le nombre de jours depuis le diagnostic, en {wanted}.',
    en: 'Replace the dates by the number of days since diagnosis, as {wanted}.',
  },
  'failure.wrong-type.what': {
    fr: '{table}.{column} est de type {found} au lieu de {wanted} (fichier {file}).',
    en: '{table}.{column} has the type {found} instead of {wanted} (file {file}).',
  },
  'failure.wrong-type.next': {
    fr: 'Réécrivez la colonne en {wanted} : rien n’est converti en silence.',
    en: 'Write the column again as {wanted}: nothing is converted silently.',
  },
  'failure.missing-column.what': {
    fr: '{count, plural, one {Une colonne obligatoire manque} other {# colonnes obligatoires manquent}} à la table {table} : {column} (fichier {file}).',
    en: '{count, plural, one {A required column is} other {# required columns are}} missing from the table {table}: {column} (file {file}).',
  },
  'failure.missing-column.next': {
    fr: 'Ajoutez ce que le contrat demande, ou vérifiez l’orthographe des colonnes.',
    en: 'Add what the contract asks for, or check the spelling of the columns.',
  },
  'failure.duplicate-column.what': {
    fr: 'La colonne {column} apparaît deux fois dans la table {table} (fichier {file}).',
    en: 'The column {column} appears twice in the table {table} (file {file}).',
  },
  'failure.duplicate-column.next': {
    fr: 'Gardez une seule des deux ; majuscules et minuscules ne comptent pas.',
    en: 'Keep one of the two; upper and lower case do not count.',
  },
  'failure.identifying-column.what': {
    fr: 'La colonne {column} de la table {table} porte un nom qui identifie une personne ({file}). Rien n’en a été lu.',
    en: 'The column {column} of the table {table} has a name that identifies a person ({file}). Nothing of it was read.',
  },
  'failure.identifying-column.next': {
    fr: 'Retirez-la de l’extrait et prévenez l’équipe du registre : un extrait ne contient ni nom, ni date de naissance, ni numéro, ni adresse.',
    en: 'Take it out of the extract and tell the team of the registry: an extract holds no name, date of birth, number or address.',
  },
  'failure.too-many-columns.what': {
    fr: 'Le fichier {file} de la table {table} a {found, number} colonnes ; la limite est de {limit, number}.',
    en: 'The file {file} of the table {table} has {found, number} columns; the limit is {limit, number}.',
  },
  'failure.too-many-columns.next': {
    fr: 'Vérifiez que c’est bien la table {table}, avec les seules colonnes du contrat.',
    en: 'Check that it is the table {table}, with the columns of the contract only.',
  },
  'failure.too-much-inside.what': {
    fr: 'Le fichier {file} de la table {table} annonce un contenu démesuré ({what} : {found, number}, limite {limit, number}).',
    en: 'The file {file} of the table {table} announces a content out of all proportion ({what}: {found, number}, limit {limit, number}).',
  },
  'failure.too-much-inside.next': {
    fr: 'S’il est juste, écrivez la table en plusieurs fichiers dans un dossier {table}/ ; sinon, demandez une nouvelle copie.',
    en: 'If it is right, write the table as several files in a folder {table}/; if not, ask for a new copy.',
  },
  'failure.damaged-file.what': {
    fr: 'Le fichier {file} de la table {table} est endommagé et ne peut pas être lu.',
    en: 'The file {file} of the table {table} is damaged and cannot be read.',
  },
  'failure.damaged-file.next': {
    fr: 'Copiez-le à nouveau ; si cela persiste, demandez au registre de l’écrire à nouveau.',
    en: 'Copy it again; if it persists, ask the registry to write it again.',
  },
  'failure.decoder-stopped.what': {
    fr: 'La lecture du fichier {file} de la table {table} s’est arrêtée sans réponse.',
    en: 'Reading the file {file} of the table {table} stopped without an answer.',
  },
  'failure.decoder-stopped.next': {
    fr: 'Essayez à nouveau ; si cela persiste, le fichier est sans doute endommagé ou trop grand pour ce poste.',
    en: 'Try again; if it persists the file is probably damaged or too large for this workstation.',
  },
  'failure.cancelled.what': {
    fr: 'L’ouverture a été annulée.',
    en: 'Opening was cancelled.',
  },
  'failure.cancelled.next': {
    fr: 'L’extrait qui était ouvert l’est toujours.',
    en: 'The extract that was open still is.',
  },
  'failure.row-count-differs.what': {
    fr: 'Le fichier {file} de la table {table} annonce {wanted, number} lignes, {found, number} ont été lues.',
    en: 'The file {file} of the table {table} announces {wanted, number} rows, {found, number} were read.',
  },
  'failure.row-count-differs.next': {
    fr: 'Copiez le fichier à nouveau ; si cela persiste, demandez au registre de l’écrire à nouveau.',
    en: 'Copy the file again; if it persists, ask the registry to write it again.',
  },
  'failure.null-in-required.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne sans valeur} other {# lignes sans valeur}}, alors que la colonne est obligatoire ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row without a value} other {# rows without a value}}, though the column is required ({file}, rows {rows}).',
  },
  'failure.null-in-required.next': {
    fr: 'Complétez ces lignes ou retirez-les de l’extrait.',
    en: 'Complete these rows or take them out of the extract.',
  },
  'failure.unknown-code.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne a un code} other {# lignes ont un code}} hors de la liste du contrat ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row has a code} other {# rows have a code}} outside the list of the contract ({file}, rows {rows}).',
  },
  'failure.unknown-code.next': {
    fr: 'Comparez avec la liste des codes du contrat ; majuscules, accents et espaces comptent.',
    en: 'Compare with the list of codes in the contract; case, accents and spaces count.',
  },
  'failure.out-of-range.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne a un entier} other {# lignes ont un entier}} trop grand pour la colonne ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row has an integer} other {# rows have an integer}} too large for the column ({file}, rows {rows}).',
  },
  'failure.out-of-range.next': {
    fr: 'Un jour, une année ou un rang tient sur 32 bits : vérifiez l’unité de la colonne.',
    en: 'A day, a year or a rank fits 32 bits: check the unit of the column.',
  },
  'failure.not-a-number.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne contient} other {# lignes contiennent}} NaN ou l’infini au lieu d’un nombre ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row holds} other {# rows hold}} NaN or infinity instead of a number ({file}, rows {rows}).',
  },
  'failure.not-a-number.next': {
    fr: 'Écrivez null pour une valeur inconnue.',
    en: 'Write null for an unknown value.',
  },
  'failure.beyond-limits.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne a une valeur impossible} other {# lignes ont une valeur impossible}} selon les bornes du contrat ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row has a value} other {# rows have a value}} outside the limits of the contract ({file}, rows {rows}).',
  },
  'failure.beyond-limits.next': {
    fr: 'Vérifiez l’unité et le signe ; une valeur inconnue s’écrit null.',
    en: 'Check the unit and the sign; an unknown value is written null.',
  },
  'failure.identifying-value.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne contient} other {# lignes contiennent}} ce qui ressemble à un numéro de sécurité sociale ou à une adresse électronique ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row holds} other {# rows hold}} what looks like a national number or an e-mail address ({file}, rows {rows}).',
  },
  'failure.identifying-value.next': {
    fr: 'Prévenez l’équipe du registre, et remplacez ces valeurs par des pseudonymes d’une autre forme.',
    en: 'Tell the team of the registry, and replace these values by pseudonyms of another form.',
  },
  'failure.duplicate-key.what': {
    fr: '{table} : {count, plural, one {# ligne répète} other {# lignes répètent}} la clé d’une autre ({column} ; {file}, lignes {rows}).',
    en: '{table}: {count, plural, one {# row repeats} other {# rows repeat}} the key of another ({column}; {file}, rows {rows}).',
  },
  'failure.duplicate-key.next': {
    fr: 'Gardez une seule ligne par clé ; vérifiez aussi qu’aucun fichier n’est présent deux fois.',
    en: 'Keep one row per key; also check that no file is there twice.',
  },
  'failure.orphan-rows.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne renvoie} other {# lignes renvoient}} à une ligne qui n’existe pas ({file}, lignes {rows}).',
    en: '{table}.{column}: {count, plural, one {# row refers} other {# rows refer}} to a row that does not exist ({file}, rows {rows}).',
  },
  'failure.orphan-rows.next': {
    fr: 'Vérifiez que tous les fichiers viennent du même extrait : les pseudonymes changent d’un extrait à l’autre.',
    en: 'Check that all files come from the same extract: pseudonyms change from one extract to the next.',
  },
  'failure.rule-broken.what': {
    fr: '{table}.{column} : {count, plural, one {# ligne enfreint} other {# lignes enfreignent}} une règle du contrat sans laquelle rien ne peut être calculé ({rule}).',
    en: '{table}.{column}: {count, plural, one {# row breaks} other {# rows break}} a rule of the contract without which nothing can be computed ({rule}).',
  },
  'failure.rule-broken.next': {
    fr: 'Corrigez ces lignes dans le registre et demandez un nouvel extrait ; l’écran « Qualité » dit la règle en clair.',
    en: 'Mend these rows in the registry and ask for a new extract; the Quality screen says the rule in plain words.',
  },
  'failure.engine-unavailable.what': {
    fr: 'Le moteur de calcul n’a pas pu démarrer dans ce navigateur.',
    en: 'The engine could not start in this browser.',
  },
  'failure.engine-unavailable.next': {
    fr: 'Fermez d’autres onglets et rechargez la page ; il faut un navigateur récent avec WebAssembly.',
    en: 'Close other tabs and reload the page; a recent browser with WebAssembly is needed.',
  },
  'failure.engine-not-locked.what': {
    fr: 'Le moteur de calcul n’a pas pu être verrouillé ; aucune donnée n’a été lue.',
    en: 'The engine could not be locked; no data was read.',
  },
  'failure.engine-not-locked.next': {
    fr: 'N’ouvrez pas d’extrait et prévenez la personne qui installe l’application.',
    en: 'Do not open an extract, and tell the person who installs the application.',
  },
  'failure.engine-stopped.what': {
    fr: 'Le moteur de calcul s’est arrêté.',
    en: 'The engine stopped.',
  },
  'failure.engine-stopped.next': {
    fr: 'Rechargez la page et ouvrez l’extrait à nouveau.',
    en: 'Reload the page and open the extract again.',
  },
  'failure.out-of-memory.what': {
    fr: 'La mémoire du navigateur ne suffit pas pour cet extrait.',
    en: 'The memory of the browser is not enough for this extract.',
  },
  'failure.out-of-memory.next': {
    fr: 'Fermez d’autres onglets, ou demandez un extrait avec moins de patients ou de tables.',
    en: 'Close other tabs, or ask for an extract with fewer patients or tables.',
  },
  'failure.not-protected.what': {
    fr: '{count, plural, one {Une protection manque à cette page} other {# protections manquent à cette page}} : elle ne lit pas d’extrait qui pourrait être réel. L’extrait de démonstration reste ouvert à tous.',
    en: '{count, plural, one {One protection of this page is missing} other {# protections of this page are missing}}: it reads no extract that may be real. The demonstration extract still opens.',
  },
  'failure.not-protected.next': {
    fr: 'Montrez l’écran Confidentialité à la personne qui installe l’application : il dit ce qui manque et comment y remédier.',
    en: 'Show the Privacy screen to the person who installs the application: it says what is missing and how to mend it.',
  },
  'failure.not-checked.what': {
    fr: 'Les sorties de cette page n’ont pas pu être essayées ; aucune donnée n’a été lue.',
    en: 'The ways out of this page could not be tried; no data was read.',
  },
  'failure.not-checked.next': {
    fr: 'Vérifiez que le serveur de la page répond, rechargez-la, puis ouvrez l’extrait à nouveau.',
    en: 'Check that the server of the page answers, reload it, then open the extract again.',
  },
  'failure.rows-not-shown.what': {
    fr: 'La politique de diffusion servie avec l’application ne permet pas de montrer des lignes ; un carnet le peut, il ne lit donc rien.',
    en: 'The policy of disclosure that is served with the application does not allow rows to be shown; a notebook can show some, so it reads nothing.',
  },
  'failure.rows-not-shown.next': {
    fr: 'Utilisez les écrans du tableau de bord, ou adressez-vous à la personne qui l’installe.',
    en: 'Use the screens of the dashboard, or ask the person who installs it.',
  },
} as const satisfies MessageGroup;
