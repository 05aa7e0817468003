import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { isVisible, lineOf } from './elements';

const LOGIN = new PhraseBook(
  toPhrases(`sign in, sign on, log in, login, log on, logon, authenticate, single sign on, anmelden, anmeldung, einloggen,
    connexion, connectez vous, se connecter, s'identifier, iniciar sesión, inicia sesión, inicio de sesión, acceder, ingresar, entrar,
    fazer login, iniciar sessão, acesso, accedi, accesso, inloggen, aanmelden, zaloguj, zaloguj się, logowanie, войти, вход,
    авторизация, увійти, вхід, авторизація, přihlásit, přihlásit se, přihlášení, logga in, inloggning, log ind, logg inn,
    innlogging, kirjaudu, kirjaudu sisään, kirjautuminen, giriş, giriş yap, oturum aç, تسجيل الدخول, دخول, התחברות, כניסה, התחבר,
    ログイン, サインイン, 登录, 登錄, 登入, 로그인, σύνδεση, είσοδος, bejelentkezés, belépés, autentificare, conectare`),
);
/** A login page says hardly anything else. */
const MAX_TEXT = 1_500;

/** A page that asks who one is, in place of what was to be read: a field for a password, or a form under that heading. */
export function isLogin(body: Element): boolean {
  if (lineOf(body).length > MAX_TEXT) return false;
  const fields = selectAll(body, 'input').filter(isVisible);
  if (fields.some((field) => /^password$/i.test(attribute(field, 'type')))) return true;
  const hasField = fields.some((field) => /^(text|email|tel|)$/i.test(attribute(field, 'type')));
  return (
    hasField &&
    selectAll(body, 'h1,h2,h3,button,legend').some((it) => {
      const words = toWords(lineOf(it).slice(0, 60));
      return it.nodeName !== 'BUTTON' && words.length > 0 && words.length < 7 && LOGIN.matchAt(words, 0) > 0;
    })
  );
}
