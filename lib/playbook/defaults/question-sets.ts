import { toPhrases } from '@/lib/language/phrases';
import type { Question, QuestionSet } from '@/lib/playbook/playbook';
import * as files from './questions/mail-and-files';
import * as devices from './questions/payment-and-mobile';
import * as pages from './questions/sign-in-and-pages';
import * as where from './questions/where';
import { SYMPTOMS } from './symptoms';

const set = (id: keyof typeof SYMPTOMS, title: string, ...questions: Question[]): QuestionSet => ({
  id,
  title,
  symptoms: toPhrases(SYMPTOMS[id]),
  questions,
});

const { firstAction, browserOrApp, otherDevice, otherBrowser, privateWindow, otherAccount } = where;
const { network, reload, addOns, sinceWhen, whoElse } = where;

/**
 * What is asked before engineering is disturbed; the wording is ours. Of two sets a ticket speaks for equally, the
 * first counts; the last one is for what fits none.
 */
export const defaultQuestionSets: QuestionSet[] = [
  set(
    'sign-in',
    'Cannot sign in',
    firstAction,
    browserOrApp,
    pages.capsLock,
    otherDevice,
    otherBrowser,
    privateWindow,
    pages.passwordReset,
    otherAccount,
    network,
  ),
  set(
    'payment',
    'Payment or card',
    devices.cardData,
    devices.bank,
    devices.otherCard,
    devices.moneyTaken,
    otherBrowser,
    privateWindow,
  ),
  set(
    'mobile',
    'Phone app or sync',
    browserOrApp,
    devices.appVersion,
    devices.appRestart,
    devices.phoneOnline,
    otherDevice,
    network,
    otherAccount,
  ),
  set(
    'mail',
    'Mail does not arrive',
    files.spam,
    files.mailAddress,
    files.oneRecipient,
    files.mailbox,
    sinceWhen,
  ),
  set(
    'broken-text',
    'Text looks broken',
    pages.textSeenIn,
    pages.encoding,
    pages.pageTranslation,
    otherBrowser,
    otherDevice,
    whoElse,
  ),
  set(
    'file',
    'Print, export or file',
    firstAction,
    files.oneFile,
    files.blockedDownload,
    files.otherViewer,
    files.printer,
    otherBrowser,
    otherAccount,
  ),
  set(
    'looks-wrong',
    'Something looks wrong',
    pages.zoom,
    reload,
    otherBrowser,
    pages.screenSettings,
    otherDevice,
    whoElse,
  ),
  set(
    'slow',
    'Slow',
    pages.oneOrAll,
    pages.otherSites,
    network,
    otherBrowser,
    reload,
    addOns,
    whoElse,
    sinceWhen,
  ),
  set(
    'no-page',
    'Page does not open',
    firstAction,
    pages.rightAddress,
    browserOrApp,
    reload,
    otherBrowser,
    privateWindow,
    addOns,
    otherDevice,
    network,
    otherAccount,
  ),
  {
    id: 'general',
    title: 'Anything else',
    symptoms: [],
    questions: [
      firstAction,
      browserOrApp,
      otherBrowser,
      privateWindow,
      otherAccount,
      otherDevice,
      whoElse,
      sinceWhen,
    ],
  },
];
