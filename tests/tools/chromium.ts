import { execFileSync, execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromium } from '@playwright/test';
import { chooseChromium, installCommands, type Machine } from './choose-chromium';

function readVersion(file: string): string {
  try {
    return execFileSync(file, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
    }).trim();
  } catch {
    return '';
  }
}

function thisMachine(): Machine {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    playwrightPath: chromium.executablePath(),
    canUseApt: process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release),
    exists: existsSync,
    version: readVersion,
  };
}

/** Path of a browser that takes our extension; throws a sentence when there is none. */
export function findChromium(): string {
  const choice = chooseChromium(thisMachine());
  if (choice.found !== null) return choice.found;
  throw new Error(`${choice.reason} Set BATON_CHROMIUM to one, or run \`npm run browser\` to install it.`);
}

/** As findChromium, but installs a browser when there is none, showing each command it runs. */
export function ensureChromium(): string {
  const machine = thisMachine();
  let choice = chooseChromium(machine);
  if (choice.found !== null) return choice.found;
  if (machine.env.BATON_CHROMIUM) throw new Error(choice.reason);
  if (machine.env.BATON_NO_INSTALL) {
    throw new Error(
      `${choice.reason} BATON_NO_INSTALL is set, so none was installed. Set BATON_CHROMIUM to a browser.`,
    );
  }
  console.log(choice.reason);
  for (const way of installCommands(machine)) {
    try {
      for (const command of way) {
        console.log(`$ ${command}`);
        execSync(command, {
          stdio: 'inherit',
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        });
      }
    } catch {
      console.log('That did not work.');
    }
    choice = chooseChromium(machine);
    if (choice.found !== null) return choice.found;
  }
  throw new Error(
    `${choice.reason} Installing one failed too. Set BATON_CHROMIUM to a Chromium or Chrome for Testing.`,
  );
}
