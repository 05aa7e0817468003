/** Words that tell nothing, and the boilerplate every report carries. Matched before stemming, in every language. */
const WORDS = [
  // English
  'a about above after again all also am an and any are as at be because been before being below between both but by',
  'can cannot could did do does doing done down during each either else ever every few for from further get gets got had has have',
  'having he her here hers him his how however i if in into is it its itself just let like may me might more most must my',
  'no nor not now of off on once one only or other our out over own per same she should since so some such than that the',
  'their them then there these they this those through thus to too under until up upon us use used using very via was we',
  'well were what when where whether which while who whom whose why will with within without would yes yet you your',
  'don doesn didn isn wasn aren weren hasn haven hadn won wouldn shouldn couldn ll ve re im ive',
  // Boilerplate of reports and mails
  'hi hello dear please thanks thank regards best hey team folks guys',
  'steps step reproduce reproduced reproducible expected actual behavior behaviour happens happen',
  'noformat attached screenshot screenshots following follows below see seems seem try tried trying issue bug problem ticket',
  // Frames and addresses
  'http https www com org net java js ts py at',
  // German
  'der die das den dem des ein eine einer eines einem einen und oder aber ist sind war waren wird werden wurde nicht kein keine',
  'auf für im am an aus bei mit nach von vor zu zum zur über unter durch ich wir sie er es ihr sich als auch nur noch schon so wie',
  'wenn dass daß weil hat haben hatte kann können bitte danke hallo gruß grüße beim mehr man mein unser uns dann hier da',
  // French
  'le la les un une des du de et ou mais est sont était être avoir avec dans pour par sur sous sans ne pas plus que qui quoi dont',
  'ce cet cette ces il elle nous vous ils je tu on se sa son ses mon ma mes notre votre au aux en y quand lorsque comme si très bonjour',
  'merci cordialement lors été fait',
  // Spanish
  'el los las una unos unas y o pero es son era ser estar está están con por para sin sobre entre del al lo su sus mi mis nos se me te',
  'que como cuando donde qué cómo no sí ya muy más hay ha han he fue esto esta este estos estas hola gracias saludos desde',
  // Portuguese
  'o os as um uma uns umas e mas é são foi ser estar com sem por para pelo pela em no na nos nas do da dos das ao à seu sua',
  'quando onde como não sim já mais muito isso este esta esse essa olá obrigado obrigada você eu nós ele ela',
  // Russian
  'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о из',
  'ему при если уже или быть был была были это эта этот для мы их чем здравствуйте добрый день спасибо пожалуйста',
].join(' ');

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));

/** Whether the lower-case word is left out of index and query. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
