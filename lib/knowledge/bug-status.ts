import type { KnownBug } from './known-bug';

/** Words of statuses in the languages trackers are run in; only their beginnings, so `rejeté` and `rejetée` are one. */
const ENDED_OTHERWISE =
  /reject|declin|duplicat|invalid|won.?t|wontfix|not.planned|cannot|can.t|obsolete|abandon|cancel|abgelehnt|duplikat|rejet|doublon|annul|rechaz|cancelad|rejeitad|отклон|дубл|отмен/i;
const SOLVED =
  /resol|fixed|solved|done|released|gelöst|behoben|erledigt|résolu|corrig|hecho|feito|реш[её]н|исправ|готов/i;
const STARTED =
  /progress|doing|develop|review|test|started|arbeit|bearbeit|en.cours|en.curso|en.proceso|andamento|работ|провер/i;

/** What a status means, from whether the tracker calls it closed and from its name; an unknown name is `open`. */
export function toBugStatus(name: string, closed: boolean): KnownBug['status'] {
  if (closed) return ENDED_OTHERWISE.test(name) ? 'closed' : 'fixed';
  if (/unresolved|not.(fixed|solved)/i.test(name)) return 'open';
  if (SOLVED.test(name)) return 'fixed';
  return STARTED.test(name) ? 'in-progress' : 'open';
}
