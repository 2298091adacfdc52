import type { MessageGroup } from '../message';

export const privacyMessages = {
  'privacy.title': { fr: 'Confidentialité', en: 'Privacy' },
  'privacy.lead': {
    fr: 'Cette page peut essayer elle-même toutes les sorties possibles vers un nom réservé qui n’existe nulle part, sans y mettre aucune donnée, et dire lesquelles sont refusées. Elle le fait d’office avant de lire un extrait réel, et ne le lit pas s’il manque une protection.',
    en: 'This page can itself try every way out towards a reserved name that exists nowhere, with no data in it, and say which are refused. It does so of itself before it reads a real extract, and does not read it when a protection is missing.',
  },
  'privacy.run': { fr: 'Essayer toutes les sorties', en: 'Try every way out' },
  'privacy.running': { fr: 'Essais en cours…', en: 'Trying…' },
  'privacy.failed': {
    fr: 'Les essais n’ont pas pu être menés : le serveur de la page ou le moteur de calcul ne répond pas.',
    en: 'The tries could not be carried out: the server of the page or the engine does not answer.',
  },
  'privacy.allInPlace': {
    fr: '{ways, plural, one {# sortie essayée} other {# sorties essayées}}, aucune ouverte : un extrait réel peut être lu.',
    en: '{ways, plural, one {# way out tried} other {# ways out tried}}, none open: a real extract may be read.',
  },
  'privacy.firewallNeeded': {
    fr: '{open, plural, one {# sortie reste ouverte} other {# sorties restent ouvertes}} parce que ce navigateur ne connaît pas la protection qui la ferme : il faut le pare-feu de l’établissement. Un extrait réel peut être lu.',
    en: '{open, plural, one {# way out stays} other {# ways out stay}} open because this browser does not know the protection that closes it: the firewall of the institution is needed. A real extract may be read.',
  },
  'privacy.someMissing': {
    fr: '{count, plural, one {Une protection manque} other {# protections manquent}} : un extrait réel n’est pas lu ici.',
    en: '{count, plural, one {One protection is missing} other {# protections are missing}}: a real extract is not read here.',
  },

  'privacy.protections': { fr: 'Protections', en: 'Protections' },
  'privacy.protection': { fr: 'Protection', en: 'Protection' },
  'privacy.state': { fr: 'État', en: 'State' },
  'privacy.state.in-place': { fr: '✓ en place', en: '✓ in place' },
  'privacy.state.missing': { fr: '✗ manque', en: '✗ missing' },
  'privacy.state.unknown-here': { fr: '– inconnue de ce navigateur', en: '– unknown to this browser' },
  'privacy.open': { fr: 'Ce qui reste ouvert ou absent', en: 'What stays open or absent' },
  'privacy.mend': { fr: 'Remède', en: 'Mend' },

  'privacy.protection.secure-context': { fr: 'HTTPS ou poste local', en: 'HTTPS or this machine' },
  'privacy.protection.policy': {
    fr: 'Politique de sécurité du contenu de la page',
    en: 'Content security policy of the page',
  },
  'privacy.protection.worker-policy': {
    fr: 'La même dans les processus auxiliaires (workers)',
    en: 'The same in the workers',
  },
  'privacy.protection.headers': {
    fr: 'Tous les en-têtes de la version livrée',
    en: 'Every header of the release',
  },
  'privacy.protection.sandbox': { fr: 'Bac à sable (sandbox)', en: 'Sandbox' },
  'privacy.protection.trusted-types': { fr: 'Trusted Types', en: 'Trusted Types' },
  'privacy.protection.isolation': {
    fr: 'Isolement de la page (COOP, COEP)',
    en: 'Isolation of the page (COOP, COEP)',
  },
  'privacy.protection.allowlist': { fr: 'Connection-Allowlist', en: 'Connection-Allowlist' },
  'privacy.protection.guard': { fr: 'Garde des navigations', en: 'Guard of navigations' },
  'privacy.protection.constructors': {
    fr: 'WebRTC et WebTransport retirés de la page',
    en: 'WebRTC and WebTransport removed from the page',
  },
  'privacy.protection.engine-lock': {
    fr: 'Verrou du moteur, posé à chaque démarrage et vérifié à nouveau ici',
    en: 'Lock of the engine, set at each start and asserted again here',
  },

  'privacy.why.secure-context': {
    fr: 'La page n’est servie ni en HTTPS ni depuis ce poste : le navigateur ignore alors une partie des en-têtes.',
    en: 'The page is served neither over HTTPS nor from this machine: the browser then ignores some of the headers.',
  },
  'privacy.why.policy': {
    fr: 'La politique de sécurité du contenu n’a pas refusé toutes les requêtes vers un autre hôte : la page est sans doute servie sans ses en-têtes.',
    en: 'The content security policy did not refuse every request to another host: the page is probably served without its headers.',
  },
  'privacy.why.worker-policy': {
    fr: 'Les processus auxiliaires, dont le moteur qui tient les lignes, ne sont pas couverts : leurs scripts arrivent sans les en-têtes.',
    en: 'The workers, among them the engine that holds the rows, are not covered: their scripts come without the headers.',
  },
  'privacy.why.headers': {
    fr: 'Des en-têtes de la version livrée ne sont pas envoyés avec la page ou avec les scripts.',
    en: 'Some headers of the release are not sent with the page or with the scripts.',
  },
  'privacy.why.sandbox': {
    fr: 'La page n’est pas dans un bac à sable : elle pourrait ouvrir une fenêtre vers un autre hôte.',
    en: 'The page is not in a sandbox: it could open a window on another host.',
  },
  'privacy.why.trusted-types': {
    fr: 'Trusted Types n’est pas exigé : du code pourrait être chargé à partir d’un texte.',
    en: 'Trusted Types is not required: code could be loaded from a text.',
  },
  'privacy.why.isolation': {
    fr: 'La page partage son processus avec d’autres sites.',
    en: 'The page shares its process with other sites.',
  },
  'privacy.why.allowlist': {
    fr: 'L’en-tête Connection-Allowlist n’est pas envoyé tel que livré : WebRTC reste ouvert par un cadre vide.',
    en: 'The header Connection-Allowlist is not sent as shipped: WebRTC stays open through a blank frame.',
  },
  'privacy.why.guard': {
    fr: 'Rien dans la page n’arrête une navigation vers un autre hôte.',
    en: 'Nothing in the page stops a navigation to another host.',
  },
  'privacy.why.constructors': {
    fr: 'WebRTC ou WebTransport est accessible dans la page.',
    en: 'WebRTC or WebTransport can be reached in the page.',
  },
  'privacy.why.engine-lock': {
    fr: 'Le moteur de calcul n’a pas refusé une instruction SQL vers un autre hôte.',
    en: 'The engine did not refuse a SQL statement towards another host.',
  },

  'privacy.mend.secure-context': {
    fr: 'Servir la page en HTTPS, ou depuis le poste lui-même.',
    en: 'Serve the page over HTTPS, or from the machine itself.',
  },
  'privacy.mend.policy': {
    fr: 'Servir la page avec la configuration livrée (Caddyfile ou nginx.conf), dont les en-têtes accompagnent chaque réponse ; un simple partage de fichiers n’en envoie pas.',
    en: 'Serve the page with the configuration of the release (Caddyfile or nginx.conf), whose headers come with every response; a plain file share sends none.',
  },
  'privacy.mend.worker-policy': {
    fr: 'Envoyer les en-têtes avec toutes les réponses, scripts compris, puis vider le cache du navigateur.',
    en: 'Send the headers with every response, scripts included, then empty the browser’s cache.',
  },
  'privacy.mend.headers': {
    fr: 'Comparer les en-têtes ci-dessous avec la configuration livrée ; un serveur mandataire peut en retirer. Puis vider le cache du navigateur.',
    en: 'Compare the headers below with the configuration of the release; a proxy may remove some. Then empty the browser’s cache.',
  },
  'privacy.mend.sandbox': {
    fr: 'Rétablir « sandbox allow-scripts allow-same-origin allow-downloads » dans Content-Security-Policy.',
    en: 'Put “sandbox allow-scripts allow-same-origin allow-downloads” back into Content-Security-Policy.',
  },
  'privacy.mend.trusted-types': {
    fr: 'Rétablir « require-trusted-types-for » et « trusted-types » dans Content-Security-Policy.',
    en: 'Put “require-trusted-types-for” and “trusted-types” back into Content-Security-Policy.',
  },
  'privacy.mend.isolation': {
    fr: 'Envoyer Cross-Origin-Opener-Policy et Cross-Origin-Embedder-Policy, en HTTPS ou depuis le poste lui-même.',
    en: 'Send Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy, over HTTPS or from the machine itself.',
  },
  'privacy.mend.allowlist': {
    fr: 'Envoyer « Connection-Allowlist: (response-origin) » ; Chromium lui obéit depuis la version 152. Ailleurs, le pare-feu doit fermer cette sortie.',
    en: 'Send “Connection-Allowlist: (response-origin)”; Chromium obeys it since version 152. Elsewhere the firewall has to close this way.',
  },
  'privacy.mend.guard': {
    fr: 'Utiliser un navigateur récent (Navigation API) et réinstaller la version livrée.',
    en: 'Use a recent browser (Navigation API) and install the release again.',
  },
  'privacy.mend.constructors': {
    fr: 'Réinstaller la version livrée et contrôler ses empreintes.',
    en: 'Install the release again and compare its checksums.',
  },
  'privacy.mend.engine-lock': {
    fr: 'Réinstaller la version livrée et prévenir la personne qui installe l’application.',
    en: 'Install the release again, and tell the person who installs the application.',
  },

  'privacy.ways': { fr: 'Sorties essayées', en: 'Ways out that were tried' },
  'privacy.way': { fr: 'Sortie', en: 'Way out' },
  'privacy.from': { fr: 'Depuis', en: 'From' },
  'privacy.from.page': { fr: 'la page', en: 'the page' },
  'privacy.from.worker': { fr: 'un processus auxiliaire', en: 'a worker' },
  'privacy.from.engine': { fr: 'le moteur (SQL)', en: 'the engine (SQL)' },
  'privacy.verdict': { fr: 'Résultat', en: 'Outcome' },
  'privacy.verdict.refused': { fr: '✓ refusée', en: '✓ refused' },
  'privacy.verdict.open': { fr: '✗ non refusée', en: '✗ not refused' },
  'privacy.verdict.unsupported': { fr: '– absente de ce navigateur', en: '– not in this browser' },
  'privacy.known': { fr: 'Comment on le sait', en: 'How it is known' },
  'privacy.by.policy': {
    fr: 'le navigateur signale une violation de la politique (securitypolicyviolation)',
    en: 'the browser reports a violation of the policy (securitypolicyviolation)',
  },
  'privacy.by.trusted-types': {
    fr: 'le navigateur signale une violation de Trusted Types',
    en: 'the browser reports a violation of Trusted Types',
  },
  'privacy.by.guard': {
    fr: 'le garde de la page arrête la navigation',
    en: 'the guard of the page stops the navigation',
  },
  'privacy.by.sandbox': {
    fr: 'la page est dans un bac à sable, et rien n’est parti',
    en: 'the page is in a sandbox, and nothing came of it',
  },
  'privacy.by.removed': {
    fr: 'le constructeur est retiré de la page',
    en: 'the constructor is removed from the page',
  },
  'privacy.by.lock': {
    fr: 'le moteur répond par une erreur de permission',
    en: 'the engine answers with a permission error',
  },
  'privacy.by.allowlist': {
    fr: 'non essayée : l’en-tête est envoyé et ce navigateur lui obéit',
    en: 'not tried: the header is sent, and this browser obeys it',
  },
  'privacy.by.nothing': {
    fr: 'rien n’a été vu qui la refuse',
    en: 'nothing was seen that refuses it',
  },
  'privacy.way.fetch': { fr: 'Requête (fetch)', en: 'Request (fetch)' },
  'privacy.way.xhr': { fr: 'Requête (XMLHttpRequest)', en: 'Request (XMLHttpRequest)' },
  'privacy.way.beacon': { fr: 'Balise (sendBeacon)', en: 'Beacon (sendBeacon)' },
  'privacy.way.websocket': { fr: 'WebSocket', en: 'WebSocket' },
  'privacy.way.event-source': { fr: 'Flux d’événements (EventSource)', en: 'Stream of events (EventSource)' },
  'privacy.way.image': { fr: 'Image', en: 'Image' },
  'privacy.way.script': { fr: 'Script', en: 'Script' },
  'privacy.way.stylesheet': { fr: 'Feuille de style', en: 'Style sheet' },
  'privacy.way.font': { fr: 'Police de caractères', en: 'Font' },
  'privacy.way.media': { fr: 'Vidéo', en: 'Video' },
  'privacy.way.frame': { fr: 'Cadre (iframe)', en: 'Frame (iframe)' },
  'privacy.way.prefetch': { fr: 'Préchargement (prefetch)', en: 'Prefetch' },
  'privacy.way.text-worker': {
    fr: 'Processus auxiliaire fait d’un texte (blob:)',
    en: 'Worker made from a text (blob:)',
  },
  'privacy.way.form': { fr: 'Formulaire', en: 'Form' },
  'privacy.way.popup': { fr: 'Nouvelle fenêtre', en: 'New window' },
  'privacy.way.navigation': { fr: 'Navigation (location)', en: 'Navigation (location)' },
  'privacy.way.download': { fr: 'Lien de téléchargement', en: 'Download link' },
  'privacy.way.webrtc': { fr: 'WebRTC', en: 'WebRTC' },
  'privacy.way.webtransport': { fr: 'WebTransport', en: 'WebTransport' },
  'privacy.way.frame-webrtc': { fr: 'WebRTC d’un cadre vide', en: 'WebRTC of a blank frame' },
  'privacy.way.worker-fetch': { fr: 'Requête (fetch)', en: 'Request (fetch)' },
  'privacy.way.worker-xhr': { fr: 'Requête (XMLHttpRequest)', en: 'Request (XMLHttpRequest)' },
  'privacy.way.worker-websocket': { fr: 'WebSocket', en: 'WebSocket' },
  'privacy.way.worker-event-source': {
    fr: 'Flux d’événements (EventSource)',
    en: 'Stream of events (EventSource)',
  },
  'privacy.way.sql-read': { fr: 'Lire une adresse (read_text)', en: 'Read an address (read_text)' },
  'privacy.way.sql-table': { fr: 'Une adresse comme table', en: 'An address as a table' },
  'privacy.way.sql-attach': { fr: 'Attacher une base (ATTACH)', en: 'Attach a database (ATTACH)' },
  'privacy.way.sql-copy': { fr: 'Copier vers une adresse (COPY TO)', en: 'Copy to an address (COPY TO)' },
  'privacy.way.sql-extension': { fr: 'Charger une extension (LOAD)', en: 'Load an extension (LOAD)' },

  'privacy.received': { fr: 'Octets reçus, par origine', en: 'Bytes received, by origin' },
  'privacy.origin': { fr: 'Origine', en: 'Origin' },
  'privacy.requests': { fr: 'Requêtes', en: 'Requests' },
  'privacy.bytes': { fr: 'Octets reçus', en: 'Bytes received' },
  'privacy.receivedNote': {
    fr: 'Depuis l’ouverture de la page, d’après la chronologie du navigateur. Une requête refusée peut y figurer avec 0 octet ; ce qui vient du cache aussi. Les requêtes des processus auxiliaires n’y sont pas : le moteur y charge son propre programme.',
    en: 'Since the page was opened, from the timeline of the browser. A refused request may appear with 0 bytes; so does what comes from the cache. Requests of workers are not in it: there the engine loads its own program.',
  },

  'privacy.headers': { fr: 'En-têtes reçus', en: 'Headers received' },
  'privacy.header': { fr: 'En-tête', en: 'Header' },
  'privacy.onPage': { fr: 'Avec la page', en: 'With the page' },
  'privacy.onWorkers': { fr: 'Avec les scripts des processus', en: 'With the scripts of workers' },
  'privacy.values': { fr: 'Valeurs reçues avec la page', en: 'Values received with the page' },
  'privacy.headerState.shipped': { fr: '✓ comme livré', en: '✓ as shipped' },
  'privacy.headerState.other-value': { fr: '– autre valeur', en: '– another value' },
  'privacy.headerState.absent': { fr: '✗ absent', en: '✗ absent' },

  'privacy.release': { fr: 'Version installée', en: 'Installed release' },
  'privacy.noManifest': {
    fr: 'Aucune liste d’empreintes (SHA256SUMS) n’est servie avec la page : serveur de développement, ou copie incomplète de la version.',
    en: 'No list of checksums (SHA256SUMS) is served with the page: a development server, or an incomplete copy of the release.',
  },
  'privacy.fingerprint': {
    fr: 'Empreinte SHA-256 de la version (de sa liste SHA256SUMS)',
    en: 'SHA-256 fingerprint of the release (of its list SHA256SUMS)',
  },
  'privacy.noFingerprint': {
    fr: 'non calculée : ni HTTPS ni poste local',
    en: 'not computed: neither HTTPS nor this machine',
  },
  'privacy.fingerprintNote': {
    fr: 'À comparer avec l’empreinte annoncée par qui a publié la version : un serveur qui ment sur son code peut mentir sur sa liste.',
    en: 'To be compared with the fingerprint announced by whoever published the release: a server that lies about its code can lie about its list.',
  },
  'privacy.compare': { fr: 'Comparer les fichiers servis', en: 'Compare the served files' },
  'privacy.comparing': {
    fr: '{done, number} sur {all, number} fichiers comparés',
    en: '{done, number} of {all, number} files compared',
  },
  'privacy.same': {
    fr: '{all, plural, one {# fichier servi est celui} other {# fichiers servis sont ceux}} de la liste (copies compressées et extrait non comparés).',
    en: '{all, plural, one {# served file is that} other {# served files are those}} of the list (compressed copies and the extract not compared).',
  },
  'privacy.different': {
    fr: '{count, plural, one {# fichier diffère} other {# fichiers diffèrent}} de la liste ou {count, plural, one {n’est pas servi} other {ne sont pas servis}} :',
    en: '{count, plural, one {# file differs} other {# files differ}} from the list or {count, plural, one {is} other {are}} not served:',
  },
  'privacy.checksums': {
    fr: '{count, plural, one {# empreinte} other {# empreintes}} de fichiers',
    en: '{count, plural, one {# checksum} other {# checksums}} of files',
  },
  'privacy.file': { fr: 'Fichier', en: 'File' },
  'privacy.documents': { fr: 'Documents de la version', en: 'Documents of the release' },
  'privacy.document.installation': { fr: 'Guide d’installation', en: 'Installation guide' },
  'privacy.document.security': { fr: 'Déclaration de sécurité', en: 'Security statement' },
  'privacy.document.materials': {
    fr: 'Nomenclature des composants (CycloneDX)',
    en: 'Bill of materials (CycloneDX)',
  },
  'privacy.document.licences': { fr: 'Licences des composants', en: 'Licences of components' },

  'privacy.unprotected': { fr: 'Ce qui n’est pas protégé', en: 'What is not protected' },
  'privacy.unprotected.camera': {
    fr: 'Une photographie de l’écran, et ce qu’une personne recopie, dicte, copie ou imprime.',
    en: 'A photograph of the screen, and what a person writes down, dictates, copies or prints.',
  },
  'privacy.unprotected.extension': {
    fr: 'Une extension du navigateur malveillante : elle lit toutes les pages, et aucune page ne s’en défend.',
    en: 'A malicious extension of the browser: it reads every page, and no page can defend itself.',
  },
  'privacy.unprotected.code': {
    fr: 'Du code malveillant déjà présent dans l’application : les en-têtes et le garde lui ferment les sorties ci-dessus, mais il pourrait afficher des chiffres faux ou tromper cet écran. Comparez les empreintes de la version installée avec celles de la version publiée.',
    en: 'Malicious code already in the application: headers and guard close the ways above to it, yet it could show false numbers or deceive this screen. Compare the checksums of what is installed with those of the release.',
  },
  'privacy.unprotected.server': {
    fr: 'Le serveur de la page : qui le maîtrise peut livrer un autre code.',
    en: 'The server of the page: whoever controls it can deliver other code.',
  },
  'privacy.unprotected.browser': {
    fr: 'Le navigateur lui-même : mises à jour, comptes, synchronisation, rapports d’incident. Ses réglages et le pare-feu en décident.',
    en: 'The browser itself: updates, accounts, synchronisation, crash reports. Its policies and the firewall decide.',
  },
  'privacy.unprotected.workstation': {
    fr: 'Le poste : fichier d’échange, copies de mémoire, historique des adresses (des définitions, jamais une ligne), fichiers enregistrés par la personne.',
    en: 'The workstation: swap file, memory dumps, history of addresses (definitions, never a row), files that the person saves.',
  },
  'privacy.unprotected.older': {
    fr: 'Les navigateurs sans Connection-Allowlist (Firefox, Safari, Chromium avant 152) : WebRTC y reste ouvert par un cadre vide à un code malveillant ; le pare-feu ferme cette sortie.',
    en: 'Browsers without Connection-Allowlist (Firefox, Safari, Chromium before 152): there WebRTC stays open through a blank frame to malicious code; the firewall closes this way.',
  },
} as const satisfies MessageGroup;
