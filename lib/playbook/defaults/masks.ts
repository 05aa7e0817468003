import { MASK_KINDS, type Playbook } from '@/lib/playbook/playbook';

const nationalId = (id: string, pattern: string) => ({ id, label: 'national id', pattern });

/** Behind one of these words only: ids of digits alone look like any order number. */
const announced = (id: string, words: readonly string[], ...patterns: readonly string[]) =>
  patterns.map((pattern, at) => ({
    ...nationalId(at === 0 ? id : `${id}-${at + 1}`, pattern),
    after: [...words],
  }));

// biome-ignore format: a list by language
const PASSPORT = [
  'passport', 'passport no', 'passport number', 'reisepass', 'reisepassnummer', 'passnummer', 'ausweisnummer', 'personalausweis', 'passeport',
  'pasaporte', 'passaporte', 'passaporto', 'paspoort', 'paspoortnummer', 'paszport', 'загранпаспорт',
];
const RU_PASSPORT = [
  'паспорт',
  'паспорта',
  'паспортом',
  'паспорту',
  'паспорте',
  'серия',
  'серия и номер',
  'серии',
];
// biome-ignore format: a list
const STEUER_ID = [
  'steuer-id', 'steuer id', 'steuerid', 'steuer-idnr', 'steuer-id-nr', 'steueridnr', 'idnr', 'steueridentifikationsnummer',
  'steuer-identifikationsnummer', 'steuernummer',
];

/**
 * Everything Baton finds by itself, national ids whose shape nothing else has, and those of digits alone where their
 * name stands before them.
 */
export const defaultMasks: Playbook['masks'] = {
  kinds: [...MASK_KINDS],
  patterns: [
    nationalId('us-ssn', '###-##-####'),
    nationalId('uk-nino', '@@ ## ## ## @'),
    nationalId('uk-nino-short', '@@######@'),
    nationalId('es-dni', '########-@'),
    nationalId('es-nie', '@-#######-@'),
    nationalId('it-codice-fiscale', '@@@@@@##@##@###@'),
    nationalId('fr-nir', '# ## ## ## ### ### ##'),
    nationalId('de-social-insurance', '## ###### @ ###'),
    nationalId('ch-ahv', '756.####.####.##'),
    nationalId('br-cpf', '###.###.###-##'),
    nationalId('br-cnpj', '##.###.###/####-##'),
    nationalId('ru-snils', '###-###-### ##'),
    nationalId('mx-curp', '@@@@######@@@@@@##'),
    nationalId('in-pan', '@@@@@####@'),
    nationalId('fi-hetu', '######-###@'),
    ...announced(
      'es-dni-short',
      ['dni', 'd.n.i', 'nif', 'n.i.f', 'documento'],
      '########@',
      '######## @',
      '##.###.###-@',
    ),
    ...announced('es-nie-short', ['nie', 'n.i.e'], '@#######@'),
    ...announced('ru-passport', RU_PASSPORT, '#### ######', '## ## ######', '##########'),
    ...announced('ru-inn', ['инн'], '##########', '############'),
    ...announced('ru-snils-short', ['снилс'], '###########'),
    ...announced('de-tax', STEUER_ID, '###########', '## ### ### ###'),
    ...announced('pl-pesel', ['pesel'], '###########'),
    ...announced('nl-bsn', ['bsn', 'burgerservicenummer', 'sofinummer'], '#########'),
    ...announced('us-ssn-short', ['ssn', 'social security'], '#########', '### ## ####'),
    ...announced('uk-nhs', ['nhs'], '### ### ####', '##########'),
    ...announced('br-cpf-short', ['cpf'], '###########'),
    ...announced('br-cnpj-short', ['cnpj'], '##############'),
    ...announced('fr-nir-short', ['nir', 'sécu', 'sécurité sociale'], '###############'),
    ...announced('se-personnummer', ['personnummer'], '######-####', '########-####'),
    ...announced('tr-kimlik', ['kimlik', 'tckn'], '###########'),
    ...announced('in-aadhaar', ['aadhaar', 'aadhar'], '#### #### ####', '############'),
    ...announced('passport', PASSPORT, '#########', '@########', '@@#######'),
  ],
};
