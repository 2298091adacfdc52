/** System organ classes of CTCAE version 5 that the registry's terms belong to, and what is in none that is known here. */
export const organClasses = [
  'blood',
  'cardiac',
  'gastrointestinal',
  'general',
  'investigations',
  'metabolism',
  'musculoskeletal',
  'nervous',
  'psychiatric',
  'respiratory',
  'skin',
  'vascular',
  'unclassified',
] as const;
export type OrganClass = (typeof organClasses)[number];

/**
 * The terms of each class, as CTCAE version 5 (2017) spells them. A term that is not here is `unclassified`: guessing a class
 * from words would file a term wrongly without a sign.
 *
 * Blood, cardiac, general and vascular, periorbital oedema, stroke and transient attacks were compared with the published
 * table; the other classes are unverified. "Acute coronary syndrome" is a cardiac term of version 4 that version 5 has no more:
 * it stays, for events recorded before.
 *
 * @see NCI, CTCAE v5.0, 27 November 2017, as transcribed in github.com/oncohub/CTCAE5 (ctcaev5.js)
 */
const termsOfClass: Readonly<Partial<Record<OrganClass, readonly string[]>>> = {
  blood: ['Anemia', 'Febrile neutropenia', 'Leukocytosis'],
  cardiac: [
    'Acute coronary syndrome',
    'Atrial fibrillation',
    'Heart failure',
    'Myocardial infarction',
    'Pericardial effusion',
  ],
  gastrointestinal: [
    'Abdominal pain',
    'Constipation',
    'Diarrhea',
    'Dyspepsia',
    'Nausea',
    'Pancreatitis',
    'Vomiting',
  ],
  general: [
    'Edema face',
    'Edema limbs',
    'Fatigue',
    'Fever',
    'Flu like symptoms',
    'Generalized edema',
    'Localized edema',
  ],
  investigations: [
    'Alanine aminotransferase increased',
    'Aspartate aminotransferase increased',
    'Blood bilirubin increased',
    'Cholesterol high',
    'Creatinine increased',
    'Electrocardiogram QT corrected interval prolonged',
    'Lipase increased',
    'Lymphocyte count decreased',
    'Neutrophil count decreased',
    'Platelet count decreased',
    'Serum amylase increased',
    'Weight gain',
    'Weight loss',
    'White blood cell decreased',
  ],
  metabolism: ['Hyperglycemia', 'Hypertriglyceridemia', 'Hypophosphatemia'],
  musculoskeletal: ['Arthralgia', 'Back pain', 'Bone pain', 'Myalgia'],
  nervous: ['Dizziness', 'Headache', 'Stroke', 'Transient ischemic attacks'],
  psychiatric: ['Anxiety', 'Depression', 'Insomnia'],
  respiratory: ['Cough', 'Dyspnea', 'Pleural effusion', 'Pulmonary hypertension'],
  skin: ['Alopecia', 'Dry skin', 'Periorbital edema', 'Pruritus', 'Rash acneiform', 'Rash maculo-papular'],
  vascular: ['Arterial thromboembolism', 'Hypertension', 'Peripheral ischemia', 'Thromboembolic event'],
};

const classOfTerm: ReadonlyMap<string, OrganClass> = new Map(
  Object.entries(termsOfClass).flatMap(([name, terms]) =>
    terms.map((term) => [term, name as OrganClass] as const),
  ),
);

/** The system organ class of a CTCAE version 5 term. */
export const organClassOf = (term: string): OrganClass => classOfTerm.get(term) ?? 'unclassified';

/** The terms of a class; every term of any class for `unclassified`, which has what is none of them. */
export const termsOf = (organ: OrganClass): readonly string[] =>
  organ === 'unclassified' ? [...classOfTerm.keys()] : (termsOfClass[organ] ?? []);

/** Events that are followed by their cumulative incidence, with the terms that are one. */
export const keyAdverseEvents = {
  pleural_effusion: ['Pleural effusion'],
  arterial_occlusion: [
    'Acute coronary syndrome',
    'Arterial thromboembolism',
    'Myocardial infarction',
    'Peripheral ischemia',
    'Stroke',
    'Transient ischemic attacks',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type KeyAdverseEvent = keyof typeof keyAdverseEvents;
export const keyAdverseEventIds = Object.keys(keyAdverseEvents) as readonly KeyAdverseEvent[];

/** The CTCAE grades of severity: mild, moderate, severe, life-threatening, death. */
export const adverseEventGrades = [1, 2, 3, 4, 5] as const;

/** From this grade on an event is severe. */
export const severeGrade = 3;
