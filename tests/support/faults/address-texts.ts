/** Sentences that speak to the reader: in the polite form, and the first ones in the familiar form. */
export const ADDRESS_TEXTS: Readonly<
  Record<string, { readonly polite: readonly string[]; readonly familiar: readonly string[] }>
> = {
  en: {
    polite: [
      'Do you know your rights?',
      'Please bring your ticket with you.',
      'We will send you the answer by post.',
    ],
    familiar: [],
  },
  hy: {
    polite: [
      'Դուք գիտե՞ք ձեր իրավունքները։',
      'Խնդրում ենք ձեզ հետ բերել ձեր տոմսը։',
      'Պատասխանը ձեզ կուղարկենք փոստով։',
    ],
    familiar: ['Դու գիտե՞ս քո իրավունքները։', 'Խնդրում ենք քեզ հետ բերել քո տոմսը։'],
  },
  az: {
    polite: [
      'Siz öz hüquqlarınızı bilirsinizmi?',
      'Zəhmət olmasa, biletinizi sizinlə gətirin.',
      'Cavabı sizə poçtla göndərəcəyik.',
    ],
    familiar: ['Sən öz hüquqlarını bilirsənmi?', 'Sən biletini özünlə gətir.'],
  },
  be: {
    polite: [
      'Ці ведаеце вы свае правы?',
      'Калі ласка, вазьміце з сабой ваш білет.',
      'Мы дашлём вам адказ поштай.',
    ],
    familiar: ['Ці ведаеш ты свае правы?', 'Калі ласка, вазьмі ты з сабой твой білет.'],
  },
  ro: {
    polite: [
      'Dumneavoastră vă cunoașteți drepturile?',
      'Vă rugăm să aveți biletul dumneavoastră la dumneavoastră.',
      'Vă vom trimite răspunsul prin poștă.',
    ],
    familiar: ['Tu îți cunoști drepturile?', 'Te rugăm să ai biletul tău la tine.'],
  },
  uk: {
    polite: [
      'Чи знаєте ви свої права?',
      'Будь ласка, візьміть із собою ваш квиток.',
      'Ми надішлемо вам відповідь поштою.',
    ],
    familiar: ['Чи знаєш ти свої права?', 'Будь ласка, візьми ти із собою твій квиток.'],
  },
  ru: {
    polite: [
      'Знаете ли вы свои права?',
      'Пожалуйста, возьмите с собой ваш билет.',
      'Мы отправим вам ответ по почте.',
    ],
    familiar: ['Знаешь ли ты свои права?', 'Пожалуйста, возьми ты с собой твой билет.'],
  },
  fr: {
    polite: [
      'Connaissez-vous vos droits\u202f?',
      'Veuillez apporter votre billet avec vous.',
      'Nous vous enverrons la réponse par la poste.',
    ],
    familiar: ['Connais-tu tes droits\u202f?', 'Apporte ton billet avec toi.'],
  },
  de: {
    polite: [
      'Kennen Sie Ihre Rechte?',
      'Bitte bringen Sie Ihre Karte mit.',
      'Wir senden Ihnen die Antwort per Post.',
    ],
    familiar: ['Kennst du deine Rechte?', 'Bitte bring deine Karte mit, wenn du kommst.'],
  },
  tr: {
    polite: [
      'Siz haklarınızı biliyor musunuz?',
      'Lütfen biletinizi sizinle getirin.',
      'Yanıtı size postayla göndereceğiz.',
    ],
    familiar: ['Sen haklarını biliyor musun?', 'Sen biletini yanında getir.'],
  },
  es: {
    polite: [
      '¿Conoce usted sus derechos?',
      'Por favor, traiga usted su entrada.',
      'Le enviaremos a usted la respuesta por correo.',
    ],
    familiar: ['¿Conoces tú tus derechos?', 'Por favor, trae tú tu entrada contigo.'],
  },
  it: {
    polite: [
      'Lei conosce i Suoi diritti?',
      'La preghiamo di portare con Lei il biglietto.',
      'Le invieremo la risposta per posta.',
    ],
    familiar: ['Tu conosci i tuoi diritti?', 'Porta con te il tuo biglietto.'],
  },
};
