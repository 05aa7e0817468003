/** Writes docs/playbook.schema.json anew: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from './playbook-schema/to-json-schema';

writeFileSync('docs/playbook.schema.json', `${JSON.stringify(toJsonSchema(), null, 2)}\n`);
