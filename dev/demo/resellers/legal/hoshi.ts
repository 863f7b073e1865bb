import type { DemoLegal } from './demo-legal.ts'

export const hoshiLegal: DemoLegal<'ja-JP' | 'en-GB'> = {
  'ja-JP': {
    legal: {
      imprint: `特定商取引法に基づく表記

販売業者
株式会社ホシチケット

運営責任者
星野 あかり

所在地
東京都台東区星見町 4-2

連絡先
support@hoshi.example
03-5550-0142

販売価格
各公演のページに、手数料と消費税を含む総額で表示しています。

お支払い
ご購入時に、決済画面に表示される方法でお支払いいただきます。

チケットのお渡し
ご購入の確定後、ご注文のページとメールですぐにお渡しします。

キャンセル
公演日が定まっているため、お客様のご都合による返品・キャンセルはお受けしていません。公演が中止になった場合は、全額を払い戻します。

当サイトはデモンストレーション用の店舗です。会社名、所在地、公演はすべて架空のものです。`,
      privacy: `個人情報の取り扱いについて
株式会社ホシチケット（以下「当社」）は、お客様の個人情報を次のとおり取り扱います。お問い合わせは support@hoshi.example までお寄せください。

取得する情報と利用目的
チケットの販売のため、お名前、メールアドレス、ご購入内容をお預かりします。ご来場時の確認のため、公演のページに記載の主催者にご注文内容を提供します。カード情報は決済会社に直接送られ、当社が知ることはありません。

行わないこと
広告の配信、行動の分析、他社からのコンテンツの読み込みは行いません。Cookieとブラウザ内の保存領域は、お取り置き中の席の記憶、ログインの保持、最新情報の受信、閉じたお知らせの記憶など、当サイトの運営のためだけに使用します。

メール
ご注文の確定、公演の変更、前日のお知らせをお送りします。前日のお知らせと空席待ちのメールは、メール内のリンクからいつでも停止できます。

保存期間
ご注文の記録は、法令で定められた期間保存します。お電話でのお問い合わせの際にご注文を探すための情報は、1年で消去します。アカウントを削除されると、受信したお知らせ、空席待ちのお申し込み、お電話の際にご注文を探すための情報は直ちに消去されます。ご注文の記録のほか、公演についてご連絡するためのメールアドレスは公演の30日後まで、お送りしたメールは30日間、チケットを再送するための照合値（アドレスは読み取れません）はご購入から1年間、前日のお知らせの停止とアカウント削除の記録（お名前とアドレスを含みません）は期限なく保存します。

お客様の権利
ご自身の情報の開示、訂正、利用停止、消去を求めることができます。その多くはアカウントのページでお手続きいただけます。`,
      terms: `第1条（販売者）
株式会社ホシチケットは、各公演のページに記載の主催者に代わってチケットを販売します。公演の実施については主催者が責任を負います。

第2条（価格）
表示価格は手数料を含む総額です。内訳はお支払いの前にご確認いただけます。

第3条（お取り置きとご購入）
お選びいただいた席は、画面の残り時間のあいだお取り置きします。時間は延長できます。契約は、当社がご注文を確定した時点で成立します。それまでに価格が変わった場合はお知らせし、改めてご判断いただきます。

第4条（チケット）
チケットは、ご注文のページの二次元コード、PDF、メールでお渡しします。一つのコードで1名様が1回ご入場いただけます。コードは他の方に見せないでください。

第5条（キャンセル）
公演日が定まっているため、お客様のご都合によるキャンセルはお受けしていません。

第6条（公演の中止・変更）
公演が中止になった場合は、お申し出を待たず、手数料を含む全額を払い戻します。日時や会場が変わった場合はメールでお知らせし、そのままご利用いただくか、払い戻すかをお選びいただけます。

第7条（ご来場）
会場の規則に従ってください。車いすでのご来場、介助が必要な方は、事前にお問い合わせください。

第8条（準拠法）
本規約は日本法に準拠します。法令が消費者に認める権利を制限するものではありません。`,
    },
    mail: { signature: '今夜も、よい席でお会いできますように。\nホシチケット' },
  },
  'en-GB': {
    legal: {
      imprint: `Notice under the Act on Specified Commercial Transactions

Seller
Hoshi Ticket Inc.

Responsible
Akari Hoshino

Address
4-2 Hoshimi-cho, Taito-ku, Tokyo, Japan

Contact
support@hoshi.example
+81 3 5550 0142

Prices
Each show’s page states the total, including fees and consumption tax.

Payment
When you buy, in one of the ways that the payment page offers.

Delivery
At once: on the page of your order and by mail, as soon as the purchase is confirmed.

Cancellation
Because each show has a fixed date, purchases cannot be returned or cancelled at your own wish. If a show is called off, you are refunded in full.

This is a demonstration shop: the company, its address and its shows are invented.`,
      privacy: `How we handle personal information
Hoshi Ticket Inc. handles your personal information as follows. Please send questions to support@hoshi.example.

What we receive, and what for
To sell tickets we receive your name, your e-mail address and what you bought. We give your order to the organiser named on the show’s page, so that you can be admitted. Card details go directly to the payment company; we never learn them.

What we do not do
We place no advertisements, analyse no behaviour and load nothing from other companies. Cookies, and what is kept in your browser’s own storage, serve this shop only: they remember the seats kept for you, keep you signed in, let you receive live news and remember which notices you closed.

Mails
We write when your order is confirmed, when a show changes, and on the day before. Reminders and waiting-list mails can be stopped at any time by a link in the mail.

How long
Records of orders are kept for as long as the law prescribes. What lets us find your order when you call is erased after a year. If you delete your account, your inbox, your waiting-list requests and what lets us find your orders when you call are erased at once. Besides records of orders, we keep your address until 30 days after the show, to write to you about it, mails we sent for 30 days, an unreadable fingerprint of the address for a year after the purchase, to send your tickets again, and, without limit, records without your name or address that you stopped reminders and that an account was deleted.

Your rights
You may ask to see, correct, stop the use of, or erase your information. Much of this you can do on the page of your account.`,
      terms: `1. The seller
Hoshi Ticket Inc. sells tickets on behalf of the organiser named on each show’s page. The organiser is responsible for the show itself.

2. Prices
Prices are totals, fees included. You can see what they consist of before you pay.

3. Keeping seats and buying them
The seats you choose are kept for you while the time on the page runs. It can be extended. The contract is made when we confirm your order. If the price changes before that, we tell you, and you decide again.

4. Tickets
Tickets are delivered as a code on the page of your order, as a PDF and by mail. One code admits one person, once. Please show it to nobody else.

5. Cancellation
Because each show has a fixed date, we cannot accept cancellations at your own wish.

6. Shows that are called off or changed
If a show is called off, we refund the full amount, fees included, without waiting to be asked. If its time or venue changes, we write to you, and you may keep your tickets or be refunded.

7. At the venue
Please follow the rules of the venue. If you come in a wheelchair or need assistance, please get in touch beforehand.

8. Governing law
These terms are governed by the law of Japan. They limit none of the rights that the law gives to consumers.`,
    },
    mail: { signature: 'May tonight’s seat be a good one.\nHoshi Ticket' },
  },
}
