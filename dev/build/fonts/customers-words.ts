import { ja } from '#lib/text/ja.ts'

const { admin, board, editor, mail, review, staffAnnouncements, staffOrders, ...ofCustomers } = ja

/** What customers' pages say in Japanese, and what their dates are written with. */
export const CUSTOMERS_WORDS = `${JSON.stringify(ofCustomers)}年月日時分秒午前後曜火水木金土週間￥円`
