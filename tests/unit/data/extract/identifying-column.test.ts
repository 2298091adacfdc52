import { extractContract } from '@data/contracts/extract-contract';
import { isIdentifying } from '@data/extract/identifying-column';
import { expect, test } from 'vitest';

test.each([
  ...[
    'nom',
    'NOM',
    'Prénom',
    'nom_patient',
    'NomPatient',
    'nom de jeune fille',
    'name',
    'patient.name',
    'First Name',
  ],
  ...[
    'last_name',
    'surname',
    'date_naissance',
    'DateDeNaissance',
    'birth_date',
    'dob',
    'DDN',
    'lieu de naissance',
  ],
  ...['NIR', 'numero_insee', 'num_secu_nir', 'ssn', 'IPP', 'ipp_chu', 'INS', 'matricule_ins'],
  ...['e-mail', 'E_MAIL', 'mail', 'courriel', 'tel', 'téléphone', 'phone_number', 'mobile'],
  ...[
    'adresse',
    'adresse_postale',
    'address_line_2',
    'code_postal',
    'zip code',
    'ville',
    'commune_residence',
  ],
])('%s names what identifies a person', (column) => {
  expect(isIdentifying(column)).toBe(true);
});

test.each([
  ...[
    'drug_name',
    'name_of_drug',
    'nom_du_medicament',
    'nominal_dose',
    'gene_name',
    'instrument',
    'insertion',
  ],
  ...['comment', 'remarque', 'telomere_length', 'denomination', 'unnamed_0', '__index_level_0__'],
  ...extractContract.tables.flatMap(({ columns }) => columns.map(({ name }) => name)),
])('%s does not', (column) => {
  expect(isIdentifying(column)).toBe(false);
});
