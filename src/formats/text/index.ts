export { firstElement } from './first-element.ts';
export { plainText } from './plain-text.ts';
export { QuickSaxes } from './quick-saxes.ts';
export { XmlDocument, isRefusedName, readStrictXml } from './strict-xml.ts';
export type { Attributes, XmlHandler, XmlLimits, XmlSource } from './strict-xml.ts';
export { looksLikeWebPage } from './web-page.ts';
export { XmlDecoder } from './xml-decoder.ts';
export { detectXmlEncoding, encodingHeadBytes } from './xml-encoding.ts';
