import path from 'node:path';

/** What the choice depends on, so that it can be tested without any browser. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  /** Where this version of Playwright puts its own Chromium. */
  playwrightPath: string;
  /** Debian or Ubuntu, and we may install packages. */
  canUseApt: boolean;
  exists(file: string): boolean;
  /** First line of `--version`; empty when the file does not start. Never called on Windows, where it opens a window. */
  version(file: string): string;
}

type Choice = { found: string } | { found: null; reason: string };

const BRANDED =
  'is branded Google Chrome, which ignores --load-extension since version 137, so Baton cannot be put into it. ' +
  'Use Chromium or Chrome for Testing.';

function isBranded(file: string, machine: Machine): boolean {
  if (/Google[\\/]Chrome( SxS| Beta| Dev)?[\\/]|Google Chrome( Canary| Beta| Dev)?\.app/.test(file))
    return true;
  return machine.platform !== 'win32' && /^Google Chrome (?!for Testing)/.test(machine.version(file));
}

function onPath(names: string[], machine: Machine): string[] {
  const folders = (machine.env.PATH ?? '').split(':').filter(Boolean);
  // A snap sees neither our temporary profile nor hidden folders, so it comes last.
  const ordered = [
    ...folders.filter((it) => !it.includes('/snap')),
    ...folders.filter((it) => it.includes('/snap')),
  ];
  return ordered.flatMap((folder) => names.map((name) => path.posix.join(folder, name)));
}

function candidates(machine: Machine): string[] {
  const { platform, env, home, playwrightPath } = machine;
  if (platform === 'win32') {
    const programs = [env.LOCALAPPDATA, env.PROGRAMFILES].filter((it) => it !== undefined);
    return [...programs.map((it) => `${it}\\Chromium\\Application\\chrome.exe`), playwrightPath];
  }
  if (platform === 'darwin') {
    const apps = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ];
    return [
      ...['/Applications', `${home}/Applications`].flatMap((it) => apps.map((app) => `${it}/${app}`)),
      playwrightPath,
    ];
  }
  return [
    ...onPath(['chromium', 'chromium-browser', 'chrome-for-testing', 'chrome'], machine),
    playwrightPath,
  ];
}

/** `BATON_CHROMIUM` when it is set, else the first Chromium or Chrome for Testing that starts. */
export function chooseChromium(machine: Machine): Choice {
  const wanted = machine.env.BATON_CHROMIUM;
  if (wanted) {
    if (!machine.exists(wanted))
      return { found: null, reason: `BATON_CHROMIUM: there is no file ${wanted}.` };
    if (isBranded(wanted, machine)) return { found: null, reason: `BATON_CHROMIUM: ${wanted} ${BRANDED}` };
    return { found: wanted };
  }
  const starts = (file: string) => machine.platform === 'win32' || machine.version(file) !== '';
  const found = candidates(machine).find(
    (file) => machine.exists(file) && !isBranded(file, machine) && starts(file),
  );
  if (found) return { found };
  const branded = onPath(['google-chrome', 'google-chrome-stable'], machine).find(machine.exists);
  return {
    found: null,
    reason: branded ? `${branded} ${BRANDED}` : 'No Chromium or Chrome for Testing was found.',
  };
}

/** The commands that install a browser here; the second way serves where apt offers only a snap (Ubuntu). */
export function installCommands(machine: Machine): string[][] {
  const playwright = 'npx playwright install chromium';
  if (!machine.canUseApt) return [[playwright]];
  return [
    ['apt-get update', 'apt-get install -y --no-install-recommends chromium fonts-noto-core'],
    ['npx playwright install --with-deps chromium'],
  ];
}
