import { isDigit, isSpace, isWordChar, looksSecret } from './characters';
import type { Range } from './found';
import { nameBefore, toNames } from './look-back';
import { findNamed, type NamedValue } from './named-values';
import type { Scan } from './scan';

// biome-ignore format: a table
const PASSWORD_NAMES = [
  'password', 'passwords', 'passwd', 'passphrase', 'pass', 'pwd', 'pswd', 'psw', 'password hash', 'login password', 'new password',
  'passwort', 'kennwort', 'passwörter', 'zugangscode', 'mot de passe', 'mdp', 'contraseña', 'contrasena', 'clave', 'senha',
  'palavra-passe', 'palavra passe', 'пароль', 'пароля', 'wachtwoord', 'hasło', 'lösenord', 'parola',
];
/** Short secrets of digits alone. */
const PIN_NAMES = ['pin', 'pin code', 'cvv', 'cvv2', 'cvc', 'cvc2', 'otp', 'tan', 'passcode'];

const NAMES = toNames([...PASSWORD_NAMES, ...PIN_NAMES]);
const PINS = toNames(PIN_NAMES);

/** What forms, logs and people say of a password instead of telling it. */
// biome-ignore format: a table
const NO_PASSWORD = new Set([
  'null', 'nil', 'none', 'undefined', 'true', 'false', 'empty', 'blank', 'required', 'missing', 'invalid', 'incorrect', 'wrong', 'expired',
  'changed', 'reset', 'forgotten', 'unknown', 'yes', 'no', 'ok', 'n/a', 'hidden', 'redacted', 'removed', 'masked', 'correct', 'valid',
  'rejected', 'falsch', 'ungültig', 'abgelaufen', 'vergessen', 'leer', 'richtig', 'geändert', 'unbekannt', 'ja', 'nein', 'incorrecto',
  'incorrecta', 'inválida', 'expirada', 'olvidada', 'vacía', 'sí', 'expiré', 'incorrect', 'oublié', 'vide', 'oui', 'non', 'errada',
  'expirou', 'vazia', 'sim', 'não', 'неверный', 'неверно', 'истёк', 'забыт', 'да', 'нет', 'string', 'text', 'xxx', 'xxxx', 'type',
]);

const isDull = (text: string) =>
  NO_PASSWORD.has(text.toLowerCase().replace(/^[[(<{]|[\])>}!?]$/g, '')) ||
  !/[\p{L}\p{N}]/u.test(text) ||
  text.endsWith(':');

/** In prose a plain word behind `password:` is the password only where it stands alone: `Password: must be changed`. */
function isPassword({ name, text, by, quoted, endsLine, nextLine, inQuery }: NamedValue): boolean {
  if (isDull(text) || text.length > 200) return false;
  // `Pass: 12, fail: 3`
  if (name === 'pass' && [...text].every(isDigit)) return false;
  if (inQuery || quoted || (by === '=' && !nextLine)) return true;
  if (by === 'is') return looksSecret(text) && /[\p{L}\p{N}]/u.test(text);
  return nextLine ? looksSecret(text) && endsLine : looksSecret(text) || endsLine;
}

const isPin = ({ name, text }: Pick<NamedValue, 'name' | 'text'>) =>
  [...text].every(isDigit) && text.length >= (name.startsWith('cv') ? 3 : 4) && text.length <= 8;

/** `PIN 4821`: nothing but a blank between. `tan` in small letters is a colour. */
function findBarePins(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 1; at < scan.length; at += 1) {
    if (!isDigit(scan.at(at)) || scan.at(at - 1) !== ' ') continue;
    const name = nameBefore(scan, at - 1, PINS);
    let end = at;
    while (isDigit(scan.at(end)) && end - at < 9) end += 1;
    const text = scan.slice(at, end);
    const goesOn =
      isWordChar(scan.at(end)) || ('-./:,'.includes(scan.at(end) || ' ') && isDigit(scan.at(end + 1)));
    const isSaid = name !== 'tan' || scan.slice(at - 4, at - 1) === 'TAN';
    if (name && isSaid && !goesOn && isPin({ name, text })) found.push({ start: at, end });
    at = end;
  }
  return found;
}

/** `user:pass@` behind `://`. A password may hold `@` and `/`: the last `@` before the host counts. */
function findUserInfo(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (scan.slice(at, at + 3) !== '://') continue;
    const start = at + 3;
    let end = start;
    let colon = -1;
    let last = -1;
    // With a colon that no port follows, the slash may belong to the password.
    for (; scan.at(end) !== '' && !isSpace(scan.at(end)) && end - start < 256; end += 1) {
      const char = scan.at(end);
      if (char === ':' && colon === -1) colon = end;
      if (char === '@') last = end;
      const endsHost = '/?#"\'<>'.includes(char);
      if (endsHost && (last !== -1 || colon === -1 || isDigit(scan.at(colon + 1)))) break;
    }
    if (colon !== -1 && last > colon) found.push({ start, end: last });
    at = start - 1;
  }
  return found;
}

/** Passwords and PINs by their name in several languages, and user and password in addresses. */
export function findCredentials(scan: Scan): Range[] {
  return [
    ...findUserInfo(scan),
    ...findBarePins(scan),
    ...findNamed(scan, NAMES).filter((it) => (PIN_NAMES.includes(it.name) ? isPin(it) : isPassword(it))),
  ];
}
