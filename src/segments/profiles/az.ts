import type { ProfileData } from './shape.ts';

/** Azerbaijani (Latin script). */
export const AZERBAIJANI: ProfileData = {
  before: `məs cən xan prof dos akad müəl dr gen polk leyt kap şəh küç pr rəh dir müh red tərt
    tərc ing alm fr rus ər fars yun lat türk təxm b.e b.e.ə e.ə y.e d.t k.t.t h.ə m.ə`,
  closing: 'və.s və.i.a və.b və.sair i.a',
  either: 'km m sm mm kq q t ha mln mlrd man qəp r ə',
  number: 'səh s c cild m mad b bənd №',
  openers: `Bu O Onlar Mən Sən Biz Siz Həmin Belə Hər Bir Lakin Amma Ancaq Və Həm Çünki Əgər Sonra Əvvəl İndi
    Bundan Buna Bunun Onun Ona Onu Bizim Sizin Burada Orada Nə Kim Necə Niyə Harada Bəzi Bütün Həmçinin
    Digər Eyni Daha Artıq Hazırda`,
  labels: 'maddə bənd fəsil bölmə hissə əlavə',
};
