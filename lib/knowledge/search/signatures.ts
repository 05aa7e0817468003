import { DIGIT, JOINED, LOWER, SNAKE, UPPER } from './shape';

/** NullPointerException, java.io.IOException, ValueError: the last name counts. `Error` alone is a word. */
const ERROR_NAME = /(?:^|[.:/#])([A-Z][\w$]{0,80}(?:Exception|Error|Fault|Failure))(?=$|[.:#@])/;
/** ORA-00942, E-4102, TS2304: three digits at least, as UTF-8 and SHA-1 are no errors. */
const CODE = /^[A-Z]{1,8}-?\d{3,8}$/;
/** ERR_CONNECTION_REFUSED */
const SNAKE_CODE = /^(?:ERR|ERROR|E|SQLSTATE|STATUS)_[A-Z\d_]{3,60}$/;
/** 0x80070005 */
const HEX_CODE = /^0x[\dA-Fa-f]{6,16}$/;
/** error=1603, errno:13, HTTP-500 */
const NAMED_NUMBER = /^(?:http|status|error|code|errno|rc)[-=:#]0*(\d{2,6})$/i;
/** HTTP 500, status code 404, Fehler 0815: the number is the next run. */
const LEADS = new Set(
  'http code statuscode errorcode status error errno fehler fehlercode erreur código erro ошибка ошибки 错误 错误码 エラー'.split(
    ' ',
  ),
);
const HTTP_VERSION = /^http\/\d(?:\.\d)?$/;
const SHORT_NUMBER = /^0*(\d{2,6})$/;

/** What an error in this run is known by, or null. `shape` tells what need not be asked. */
export function signatureOf(run: string, shape: number): string | null {
  const named = (shape & UPPER) !== 0 && (shape & LOWER) !== 0;
  const name = named ? ERROR_NAME.exec(run)?.[1] : undefined;
  if (name && !/^(?:Exception|Error|Fault|Failure)$/.test(name)) return name.toLowerCase();
  if ((shape & UPPER) !== 0 && (shape & SNAKE) !== 0 && SNAKE_CODE.test(run)) return run.toLowerCase();
  if ((shape & DIGIT) === 0) return null;
  if (CODE.test(run)) return run.toLowerCase().replace('-', '');
  if (HEX_CODE.test(run)) return run.toLowerCase();
  const number = (shape & JOINED) === 0 ? undefined : NAMED_NUMBER.exec(run)?.[1];
  return number ? `#${number}` : null;
}

const LONGEST_LEAD = 12;

/** Whether a number after this run is an error code. */
export function leadsToCode(run: string): boolean {
  if (run.length > LONGEST_LEAD) return false;
  const lower = run.toLowerCase();
  return LEADS.has(lower) || (lower.startsWith('http/') && HTTP_VERSION.test(lower));
}

/** The number a run consists of, without leading zeros; null for other runs. */
export const codeNumber = (run: string): string | null => SHORT_NUMBER.exec(run)?.[1] ?? null;
