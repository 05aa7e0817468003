// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { chooseChromium, installCommands, type Machine } from './choose-chromium';

const PLAYWRIGHT = '/u/ana/.cache/ms-playwright/chromium-1/chrome-linux64/chrome';

/** A machine that has the given files; each answers `--version` with its value. */
function machine(files: Record<string, string>, differences: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/snap/bin:/usr/bin' },
    home: '/u/ana',
    playwrightPath: PLAYWRIGHT,
    canUseApt: false,
    exists: (file) => file in files,
    version: (file) => files[file] ?? '',
    ...differences,
  };
}

describe('chooseChromium', () => {
  it('takes Chromium from the path', () => {
    expect(chooseChromium(machine({ '/usr/bin/chromium': 'Chromium 156.0' }))).toEqual({
      found: '/usr/bin/chromium',
    });
  });

  it('prefers any other browser to a snap', () => {
    const files = {
      '/snap/bin/chromium': 'Chromium 156.0 snap',
      '/usr/bin/chromium-browser': 'Chromium 150.0',
    };
    expect(chooseChromium(machine(files)).found).toBe('/usr/bin/chromium-browser');
  });

  it('passes over a stub that does not start and takes the one of Playwright', () => {
    const files = { '/usr/bin/chromium-browser': '', [PLAYWRIGHT]: 'Google Chrome for Testing 149.0' };
    expect(chooseChromium(machine(files)).found).toBe(PLAYWRIGHT);
  });

  it('names branded Chrome when there is nothing else', () => {
    const choice = chooseChromium(machine({ '/usr/bin/google-chrome': 'Google Chrome 150.0' }));
    expect(choice).toEqual({ found: null, reason: expect.stringContaining('ignores --load-extension') });
  });

  it('lets BATON_CHROMIUM override, but not with branded Chrome or a missing file', () => {
    const files = {
      '/opt/cft/chrome': 'Google Chrome for Testing 150.0',
      '/opt/google/chrome': 'Google Chrome 150.0',
    };
    const choose = (wanted: string) => chooseChromium(machine(files, { env: { BATON_CHROMIUM: wanted } }));
    expect(choose('/opt/cft/chrome').found).toBe('/opt/cft/chrome');
    expect(choose('/opt/google/chrome')).toMatchObject({ reason: expect.stringContaining('branded') });
    expect(choose('/nowhere')).toMatchObject({ reason: expect.stringContaining('/nowhere') });
  });

  it('knows the places of macOS and Windows without asking a Windows program for its version', () => {
    const mac = '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
    expect(
      chooseChromium(machine({ [mac]: 'Google Chrome for Testing 150.0' }, { platform: 'darwin' })).found,
    ).toBe(mac);

    const windows = 'C:\\Users\\ana\\AppData\\Local\\Chromium\\Application\\chrome.exe';
    const version = () => {
      throw new Error('would open a window');
    };
    const env = { LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local' };
    expect(chooseChromium(machine({ [windows]: '' }, { platform: 'win32', env, version })).found).toBe(
      windows,
    );
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const branded = machine(
      { [chrome]: '' },
      { platform: 'win32', env: { BATON_CHROMIUM: chrome }, version },
    );
    expect(chooseChromium(branded)).toMatchObject({ reason: expect.stringContaining('branded') });
  });
});

describe('installCommands', () => {
  it('uses apt as root on Debian and Ubuntu, and Playwright elsewhere', () => {
    const withApt = installCommands(machine({}, { canUseApt: true }));
    expect(withApt[0]?.[1]).toMatch(/^apt-get install .*chromium.*fonts-noto/);
    expect(installCommands(machine({}))).toEqual([['npx playwright install chromium']]);
  });
});
