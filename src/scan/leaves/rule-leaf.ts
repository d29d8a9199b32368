/** Which file answers which leaf of the rule language. */
import type { RuleLeaf } from '../../domain/index.ts';
import { notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { answerOfInstallable } from './cbs-installable.ts';
import { answerOfPackage } from './cbs.ts';
import { answerOfDevice } from './device.ts';
import {
  answerOfFileChecksum,
  answerOfFileExists,
  answerOfFileSize,
  answerOfFileTime,
  answerOfFileVersion,
} from './file.ts';
import { answerOfMetric, answerOfPlatform, answerOfProcessor } from './hardware.ts';
import { answerOfLanguage, answerOfMuiLanguage, muiInstalled } from './language.ts';
import {
  answerOfCatalogProduct,
  answerOfClustered,
  answerOfInstalledOnce,
  answerOfLicence,
  answerOfLicenceExists,
  answerOfResourceOwner,
} from './machine-state.ts';
import { productWithin } from './msi-lookup.ts';
import { answerOfPatch } from './msi-patch.ts';
import { answerOfApplication, answerOfParts, answerOfPatchForProduct } from './msi.ts';
import { numberAnswer } from './os-number.ts';
import { answerOfRelease, answerOfReleaseVersion } from './product-release.ts';
import { answerOfLoop } from './registry-loop.ts';
import {
  answerOfDword,
  answerOfEquals,
  answerOfKeyExists,
  answerOfText,
  answerOfValueExists,
  answerOfVersion,
} from './registry.ts';
import { answerOfWindowsVersion } from './windows-version.ts';
import { answerOfWmi } from './wmi.ts';

export function answerOfRuleLeaf(leaf: RuleLeaf, context: LeafContext): LeafAnswer {
  switch (leaf.kind) {
    case 'reg-key-exists':
      return answerOfKeyExists(leaf, context);
    case 'reg-value-exists':
      return answerOfValueExists(leaf, context);
    case 'reg-dword':
      return answerOfDword(leaf, context);
    case 'reg-text':
      return answerOfText(leaf, context);
    case 'reg-version':
      return answerOfVersion(leaf, context);
    case 'reg-equals':
      return answerOfEquals(leaf, context);
    case 'reg-key-loop':
      return answerOfLoop(leaf, context);
    case 'file-exists':
      return answerOfFileExists(leaf, context);
    case 'file-version':
      return answerOfFileVersion(leaf, context);
    case 'file-time':
      return answerOfFileTime(leaf, context);
    case 'file-size':
      return answerOfFileSize(leaf, context);
    case 'file-checksum':
      return answerOfFileChecksum(leaf, context);
    case 'windows-version':
      return answerOfWindowsVersion(leaf, context);
    case 'platform':
      return answerOfPlatform(leaf, context);
    case 'windows-language':
      return answerOfLanguage(leaf, context);
    case 'mui-installed':
      return muiInstalled(context);
    case 'mui-language-installed':
      return answerOfMuiLanguage(leaf, context);
    case 'system-metric':
      return answerOfMetric(leaf, context);
    case 'processor':
      return answerOfProcessor(leaf, context);
    case 'number-of-processors':
      return numberAnswer('processors', leaf.comparison, leaf.number, context);
    case 'clustered-os':
      return answerOfClustered(context);
    case 'cluster-resource-owner':
      return answerOfResourceOwner(leaf, context);
    case 'license-value-exists':
      return answerOfLicenceExists(leaf, context);
    case 'license-dword':
      return answerOfLicence(leaf, context);
    case 'wmi-query':
      return answerOfWmi(leaf, context);
    case 'installed-once':
      return answerOfInstalledOnce(leaf, context);
    case 'msi-product-installed':
      return productWithin(leaf.product, leaf.bounds, context);
    case 'msi-feature-installed':
    case 'msi-component-installed':
      return answerOfParts(leaf, context);
    case 'msi-patch-installed-for-product':
      return answerOfPatchForProduct(leaf, context);
    case 'msi-patch-installed':
    case 'msi-patch-superseded':
    case 'msi-patch-installable':
      return answerOfPatch(leaf, context);
    case 'msi-application-installed':
    case 'msi-application-superseded':
    case 'msi-application-installable':
      return answerOfApplication(leaf, context);
    case 'cbs-package-installed':
      return answerOfPackage(leaf, context);
    case 'cbs-package-installable':
      return answerOfInstallable(leaf, context);
    case 'product-release-installed':
      return answerOfRelease(leaf, context);
    case 'product-release-version':
      return answerOfReleaseVersion(leaf, context);
    case 'device-attribute':
      return answerOfDevice(leaf, context);
    case 'catalog-product':
      return answerOfCatalogProduct(leaf, context);
    case 'update-installed':
      return notUnderstood(`${leaf.why}: ${leaf.update}`);
    case 'os-number':
      return numberAnswer(leaf.name, leaf.comparison, leaf.value, context);
  }
  // A kind this version does not know is never a guess (hostile case SCN05).
  return notUnderstood((leaf as { readonly kind: string }).kind);
}
