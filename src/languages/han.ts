/** Frequent characters in simplified form, each followed by its traditional form; Japanese has none of the first. */
const PAIRS =
  '这這们們时時说說为為对對发發过過还還进進开開关關长長门門问問间間见見现現实實样樣让讓认認识識话話语語请請谁誰车車东東马馬电電气氣华華义義乐樂书書买買卖賣权權则則员員动動务務业業产產质質应應经經济濟结結给給约約级級纪紀线線组組织織统統继繼续續维維护護计計订訂论論证證评評许許设設访訪诉訴词詞试試该該详詳误誤诸諸读讀课課调調谈談费費资資购購货貨责責贫貧贵貴贸貿践踐轻輕载載输輸边邊达達远遠连連迟遲适適选選释釋钱錢银銀错錯闻聞阅閱队隊阶階际際陆陸险險难難项項顺順须須预預领領频頻题題额額风風飞飛饭飯验驗个個从從后後众眾优優传傳伤傷价價仅僅严嚴丽麗举舉伟偉侨僑决決况況净淨减減凤鳳刘劉创創别別办辦劳勞势勢单單历歷压壓变變听聽启啟员員响響团團园園围圍图圖场場坏壞块塊处處备備复復头頭奖獎妇婦孙孫宁寧审審宪憲导導尔爾岁歲币幣带帶帮幫广廣庆慶库庫异異张張归歸录錄态態总總恶惡战戰户戶执執扩擴报報拥擁择擇损損据據无無显顯极極构構标標档檔欢歡欧歐残殘毕畢汉漢汇匯沟溝满滿灭滅灵靈热熱爱愛环環盖蓋监監码碼确確离離种種积積稳穩竞競签簽简簡类類粮糧罗羅职職联聯脑腦艺藝节節药藥营營虑慮补補规規视視览覽觉覺';

const simplified = new Set<string>();
const traditional = new Set<string>();
const letters = [...PAIRS];
for (let at = 0; at < letters.length; at += 2) {
  simplified.add(letters[at] ?? '');
  traditional.add(letters[at + 1] ?? '');
}

/** How many characters of a text have only the simplified form, and how many only the traditional one. */
export function hanForms(text: string): { readonly simplified: number; readonly traditional: number } {
  const count = { simplified: 0, traditional: 0 };
  for (const letter of text) {
    if (simplified.has(letter)) count.simplified++;
    else if (traditional.has(letter)) count.traditional++;
  }
  return count;
}
