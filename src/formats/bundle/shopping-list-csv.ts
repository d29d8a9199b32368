import { writeCsv } from '../csv/index.ts';
import { remarkText, takeEveryFile, type ShoppingList } from './shopping-list.ts';

/**
 * The shopping list as a table: UTF-8 with byte order mark, comma, CRLF (RFC 4180). Cells that a
 * spreadsheet would run as a formula carry an apostrophe in front.
 */
export function writeShoppingCsv(list: ShoppingList): string {
  const practice = list.practice ? 'PRACTICE DATA: fetch nothing. ' : '';
  return writeCsv(
    [
      [
        'order',
        'kb',
        'title',
        'products',
        'catalog_search',
        'machines',
        'status',
        'files',
        'remarks',
        'note',
      ],
      ...list.items.map((item) => [
        String(item.order),
        item.kb ?? '',
        item.title,
        item.products.join('; '),
        item.source,
        String(item.machines),
        item.attached.length === 0 ? 'to fetch' : 'in this bundle',
        item.attached.join('; '),
        item.remarks.map((remark) => remarkText(remark, item.machines)).join('; '),
        practice + (item.attached.length === 0 ? takeEveryFile : ''),
      ]),
    ],
    { byteOrderMark: true },
  );
}
