import { cellarClub } from '../halls/club.ts'
import { japanese } from '../halls/naming.ts'
import { kabukiPlayhouse } from '../halls/playhouse.ts'
import { townTheatre } from '../halls/proscenium.ts'
import { numbers } from '../halls/row-names.ts'
import { thrustStage } from '../halls/thrust.ts'
import type { DemoVenue } from './venue.ts'

const japan = { country: 'JP', timeZone: 'Asia/Tokyo' }

export const seiranza: DemoVenue = {
  ...japan,
  id: 'seiranza',
  name: '青嵐座',
  address: '東京都台東区花川戸2-31-8',
  city: '東京',
  directions:
    '東京メトロ銀座線・浅草駅5番出口より徒歩7分。専用駐車場はございません。開演後のご入場は、場面の切れ目までお待ちいただきます。',
  accessibility:
    '正面玄関にスロープ、2階席へのエレベーターがございます。車いす席は1階「か列」に4席。字幕タブレットを無料で貸し出しています。',
  hall: kabukiPlayhouse({
    naming: japanese,
    stageLabel: '舞台',
    ground: { id: 'g', name: '1階席', short: '1階' },
    balcony: { id: 'b', name: '2階席', short: '2階' },
    sajiki: { id: 'sajiki', name: '桟敷席', short: '桟敷' },
  }),
}

export const shiomiHall: DemoVenue = {
  ...japan,
  id: 'shiomi-hall',
  name: '汐見ホール',
  address: '神奈川県横浜市中区海岸通5-12',
  city: '横浜',
  directions: 'みなとみらい線・馬車道駅6番出口より徒歩5分。JR・市営地下鉄の桜木町駅からは徒歩12分です。',
  accessibility: '全館段差なし。車いす席は1階13列。補聴援助システム、親子室、多目的トイレを備えています。',
  hall: townTheatre({
    naming: japanese,
    stageLabel: 'ステージ',
    stalls: { id: 'f1', name: '1階席', short: '1階' },
    circle: { id: 'f2', name: '2階席', short: '2階' },
    rowNames: numbers,
  }),
}

export const hakoTheatre: DemoVenue = {
  ...japan,
  id: 'theater-hako',
  name: 'シアター函',
  address: '京都府京都市左京区岡崎円勝寺町91',
  city: '京都',
  directions: '地下鉄東西線・東山駅1番出口より徒歩8分。岡崎公園の駐車場をご利用いただけます（有料）。',
  accessibility: '客席まで段差なし。前方両側に車いす席を設けています。開演前の舞台説明会もございます（要予約）。',
  hall: thrustStage({
    naming: japanese,
    stageLabel: '舞台',
    lower: { id: 'in', name: '内周席', short: '内周' },
    gallery: { id: 'out', name: '外周席', short: '外周' },
    rowNames: numbers,
  }),
}

export const naniwaEngeikan: DemoVenue = {
  ...japan,
  id: 'naniwa-engeikan',
  name: 'なにわ演芸館',
  address: '大阪府大阪市中央区道頓堀1-9-3 地下1階',
  city: '大阪',
  directions: '御堂筋線・なんば駅14番出口より徒歩6分。提灯のある階段を下りた地下1階です。',
  accessibility: '階段は14段。エレベーターは隣のビルにございますので、前日までにご連絡ください。係の者がご案内します。',
  hall: cellarClub({
    naming: (section, row, number) =>
      section.id === 'table' ? `卓${row} ${number}番` : `${section.short}${row}-${number}`,
    stageLabel: '高座',
    tables: { id: 'table', name: 'テーブル席', short: '卓' },
    bar: { id: 'bar', name: '立見台・後方席', short: '後方' },
  }),
}

export const hikarigoke: DemoVenue = {
  ...japan,
  id: 'hikarigoke',
  name: '下北沢ヒカリゴケ',
  address: '東京都世田谷区北沢2-18-5 地下2階',
  city: '東京',
  directions: '小田急線・京王井の頭線の下北沢駅から徒歩4分。入場時にドリンク代600円を別途いただきます。',
  accessibility: 'エレベーターで地下2階まで直通。フロア右手前に段差のない観覧スペースがございます。',
}

export const kitaSoko: DemoVenue = {
  ...japan,
  id: 'kita-soko',
  name: '北倉庫サッポロ',
  address: '北海道札幌市中央区北3条東11丁目',
  city: '札幌',
  directions: '地下鉄東西線・バスセンター前駅9番出口より徒歩9分。冬期は足元が滑りやすいのでご注意ください。',
  accessibility: '全館段差なし。車いすの方は開場15分前に北側入口よりご案内します。',
}
