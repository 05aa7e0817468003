import { MASK_KINDS, type Playbook } from '@/lib/playbook/playbook';

const nationalId = (id: string, pattern: string) => ({ id, label: 'national id', pattern });

/**
 * Everything Baton finds by itself, and national ids whose shape nothing else has. Ids of digits alone (tax numbers,
 * PESEL, BSN) look like any order number: a team adds those it meets.
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
  ],
};
