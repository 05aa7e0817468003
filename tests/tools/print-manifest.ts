/** Prints the manifest of a build as it ships: `tsx tests/tools/print-manifest.ts firefox`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippingBuild } from './shipping-build';

const { folder, remove } = await shippingBuild(process.argv[2] ?? 'chrome');
console.log(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
remove();
