/** Runs every `check:…` script of package.json side by side and prints each when it has ended. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Output and exit code of a program of node_modules/.bin, which npm has put on the path. */
function run(command: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (it) => pieces.push(it));
    child.stderr.on('data', (it) => pieces.push(it));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString() }));
  });
}

async function check([name, command]: [string, string]): Promise<boolean> {
  const since = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds.padStart(5)} s`);
  if (code !== 0 || name === 'check:sizes') console.log(output.trimEnd());
  return code === 0;
}

const checks = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));
const results = await Promise.all(checks.map(check));
if (results.includes(false)) process.exitCode = 1;
