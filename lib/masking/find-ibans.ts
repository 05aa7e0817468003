import { isAsciiLetter, isDigit, isSpace, isWordChar } from './characters';
import type { Range } from './found';
import type { Scan } from './scan';

/** Countries and lengths of the IBAN registry (SWIFT, release 99), with the ones in partial use. */
// biome-ignore format: a table
const COUNTRIES =
  'AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 CV25 CY28 ' +
  'CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 ' +
  'HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 ' +
  'MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 ' +
  'SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30';

/** Length for a country, 0 where there are no IBANs. */
function lengthFor(country: string): number {
  const at = COUNTRIES.indexOf(country);
  return at === -1 || at % 5 !== 0 ? 0 : Number(COUNTRIES.slice(at + 2, at + 4));
}

/** ISO 7064 mod 97-10: the first four to the end, letters as 10 … 35, remainder 1. */
function isMod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const isSeparator = (char: string) => isSpace(char) || (char !== '' && '-._'.includes(char));

/** The next sign of the number from a place on, one separator skipped; -1 when the number is broken off. */
function nextSign(scan: Scan, at: number): number {
  const place = isSeparator(scan.at(at)) ? at + 1 : at;
  const char = scan.at(place);
  return isDigit(char) || isAsciiLetter(char) ? place : -1;
}

function ibanAt(scan: Scan, start: number): Range | null {
  let iban = '';
  let end = start;
  let length = 4;
  while (iban.length < length) {
    const place = nextSign(scan, end);
    if (place === -1) return null;
    iban += scan.at(place).toUpperCase();
    end = place + 1;
    if (iban.length === 2) length = lengthFor(iban);
    if (iban.length === 4 && !(isDigit(iban[2] ?? '') && isDigit(iban[3] ?? ''))) return null;
  }
  return length > 0 && !isWordChar(scan.at(end)) && isMod97(iban) ? { start, end } : null;
}

/** Bank account numbers with a right check number, in one piece or in groups. */
export function findIbans(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (!isAsciiLetter(scan.at(at)) || isWordChar(scan.at(at - 1))) continue;
    const range = ibanAt(scan, at);
    if (!range) continue;
    found.push(range);
    at = range.end - 1;
  }
  return found;
}
