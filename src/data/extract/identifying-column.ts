/** Words that name what identifies a person, wherever they stand in the name of a column. */
const identifyingWords: ReadonlySet<string> = new Set([
  ...['prenom', 'prenoms', 'firstname', 'forename', 'surname', 'lastname', 'fullname', 'maidenname'],
  ...['naissance', 'ddn', 'birth', 'birthday', 'birthdate', 'birthplace', 'dob'],
  ...['nir', 'insee', 'nss', 'ssn', 'ipp', 'matricule', 'passport', 'passeport'],
  ...['email', 'mail', 'courriel', 'phone', 'telephone', 'tel', 'mobile', 'portable', 'gsm', 'fax'],
  ...[
    'address',
    'adresse',
    'street',
    'rue',
    'postcode',
    'postal',
    'zipcode',
    'zip',
    'ville',
    'city',
    'commune',
  ],
  ...['iban', 'photo'],
]);

/** Words that identify only where nothing but these stand in the name: `nom`, `patient_name`, not `drug_name`. */
const nameWords: ReadonlySet<string> = new Set(['nom', 'noms', 'name', 'names', 'ins']);
const personWords: ReadonlySet<string> = new Set([
  ...['patient', 'patients', 'person', 'personne', 'malade', 'subject', 'sujet', 'usuel', 'usage', 'famille'],
  ...[
    'first',
    'last',
    'family',
    'given',
    'middle',
    'full',
    'maiden',
    'jeune',
    'fille',
    'de',
    'du',
    'numero',
    'num',
  ],
]);

/**
 * Whether the name of a column says that it identifies a person: name, birth, national or hospital number, mail, phone,
 * address, in French or English, whatever the case, the accents and the marks between its words.
 *
 * @example
 * isIdentifying('NomPatient'), isIdentifying('date_de_naissance'), isIdentifying('E-mail') // all true
 * isIdentifying('drug_name'), isIdentifying('nominal_dose') // both false
 */
export function isIdentifying(column: string): boolean {
  const words = wordsOf(column);
  if (words.some((word) => identifyingWords.has(word)) || identifyingWords.has(words.join(''))) return true;
  return (
    words.some((word) => nameWords.has(word)) &&
    words.every((word) => nameWords.has(word) || personWords.has(word) || /^\d+$/.test(word))
  );
}

/** The words of a name: `dateNaissance`, `DATE_NAISSANCE` and `date naissance` are the same two. */
function wordsOf(column: string): readonly string[] {
  return column
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
