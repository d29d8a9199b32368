import { SaxesParser } from 'saxes';

/**
 * The strict parser with a place for every handler from the start. `on` stores each handler under a
 * computed name; from the seventh such store on, V8 keeps the parser's fields in a hash table, and
 * every character read becomes a look-up: measured 4.4 s instead of 1.1 s for 25 MB.
 */
// @ts-expect-error The fields are private in the library's types; only their being there matters here.
export class QuickSaxes extends SaxesParser<{
  xmlns: true;
  position: true;
  forceXMLVersion: true;
  defaultXMLVersion: '1.0';
}> {
  protected override textHandler = undefined;
  protected override piHandler = undefined;
  protected override doctypeHandler = undefined;
  protected override commentHandler = undefined;
  protected override openTagStartHandler = undefined;
  protected override attributeHandler = undefined;
  protected override openTagHandler = undefined;
  protected override closeTagHandler = undefined;
  protected override cdataHandler = undefined;
  protected override errorHandler = undefined;

  constructor() {
    super({ xmlns: true, position: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  }
}
