import type { CueLexicon } from './cue';

export const spanish: CueLexicon = {
  duty: 'debería, deberían, debe, deben, debió, tendría que, tendrían que, habría que, se supone',
  expectation:
    'esperado, esperada, esperaba, esperábamos, esperamos, espero, se espera, previsto, resultado esperado',
  wish: `me gustaría, nos gustaría, quisiera, quisiéramos, querría, queremos, sería bueno, sería útil, sería mejor,
    sugerencia, sugiero, proponemos, desearíamos`,
  before:
    'antes, hasta ayer, anteriormente, hasta ahora, hasta la semana, en la versión anterior, como siempre, hace poco',
  normal:
    'normalmente, correctamente, sin error, sin errores, sin problemas, habitualmente, como siempre, normal',
  instead: 'en lugar, en vez',
  negation: 'no, nunca, nada, ningún, ninguna, ninguno, sin, tampoco, ni, nadie, ya no, jamás',
  failure: `caducad*, expirad*, error, errores, falla, fallan, falló, fallo, bloquea, bloqueado, bloqueada, congela, congelado, roto, rota, mal,
    incorrect*, equivocad*, vacío, vacía, vacíos, vacías, blanco, falta, faltan, imposible, problema*, desaparec*, perdid*,
    lento, lenta, se detiene, se para, inválid*, rechazad*, denegad*, símbolos raros, cuelga, se corta, caído`,
  outcome: `muestra, aparece, aparecen, sale, salen, recibo, recibimos, veo, vemos, queda, ocurre, pasa, sucede, hay, obtengo,
    devuelve, se abre, se queda, dice, llega, llegan`,
  imperative: `abrir, abra, abro, hacer clic, haga clic, hago clic, ir, vaya, voy, elegir, elija, elijo, seleccionar, seleccione,
    selecciono, pulsar, pulse, pulso, escribir, escriba, introducir, introduzca, introduzco, iniciar, inicie, guardar, guarde,
    crear, cree, añadir, añada, cargar, subir, descargar, exportar, importar, rellenar, rellene, cambiar, entrar, entro, cerrar`,
  command: `abrir, abra, hacer clic, haga clic, elegir, elija, seleccionar, seleccione, pulsar, pulse, entrar en, ir a, vaya a, introducir, iniciar sesión`,
  done: `abrí, abrimos, hice clic, hicimos clic, fui, elegí, seleccioné, pulsé, pulsamos, escribí, introduje, inicié, guardé,
    guardamos, creé, creamos, añadí, cargué, subí, descargué, exporté, importé, rellené, cambié, entré, entramos, probé,
    probamos, intenté, intentamos, instalé, actualizamos, borré, he abierto, hemos probado, he probado`,
  condition: 'cuando, si, al, después de, tras, cada vez, mientras, una vez, en cuanto',
  sequence: 'luego, después, primero, entonces, a continuación, finalmente, paso, ahora, por último',
  self: 'yo, nosotros, mi, mis, nuestro, nuestra, nuestros, nuestras, nos, me',
  contrast: 'pero, sin embargo, aunque, mientras que, sino, solo, sólo, excepto',
  doing: `abro, hago clic, voy, elijo, selecciono, pulso, introduzco, entro, guardo, intento, exporto, inicio, escribo, quiero, creo, subo, descargo, pulsamos, abrimos, entramos, guardamos, intentamos,
    al abrir, al hacer clic, al pulsar, al guardar, al intentar, al exportar, al iniciar, al entrar, al seleccionar, haciendo clic`,
  person: 'usted, usuario, usuarios, cliente, clientes, alguien, compañero, compañera, compañeros, uno',
  reproduction: 'reproducir, reproducible, reproduce',
  neutral:
    'como se esperaba, como esperaba, debo, debemos, qué debo, espero su, espero respuesta, esperamos su, tengo que, tenemos que, espero que',
};
