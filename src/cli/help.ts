/** The text of `--help`. */
export const help = `Patchferry: patch states of Windows machines from files, offline.

Usage
  npm run -s cli -- scan --catalog PATH... --inventory PATH... [--out FILE]
                         [--all] [--ubr FILE] [--declarations FILE] [--checksums] [--root FILE...]
                         [--allow-unsigned REASON] [--engine reference|rows|wasm]
                         [--products ID...] [--classifications ID...] [--languages TAG...]
  npm run -s cli -- explain --catalog PATH... --inventory PATH... --machine NAME --update ID
                         [--json] [--ubr FILE] [--declarations FILE] [--checksums] [--root FILE...]
                         [--allow-unsigned REASON] [--engine reference|rows|wasm]
  npm run -s cli -- catalog diff OLDER NEWER [--json] [--root FILE...] [--allow-unsigned REASON]
  npm run -s cli -- --help | --version

PATH is a file or a folder; folders are searched with everything in them. Paths are relative to
where you stand. An option that takes several paths may also be repeated.

  --catalog PATH...    MSRC monthly documents (cvrfDocument-2026-Feb.xml); vendor packages (.sdp,
                       catalog XML, or a ZIP of them); MSSecure.XML; wsusscn2.cab and single
                       .msu and .cab update files
  --inventory PATH...  systeminfo text, wmic qfe table or list, Get-HotFix | Export-Clixml,
                       registry exports, dism /get-packages, msinfo32 reports, inventories of
                       FusionInventory, GLPI and OCS, hardware inventory of SMS and Configuration
                       Manager, results of Windows Update and MBSA (shown, never mixed with our
                       states), OVAL system characteristics, facts files (*.facts.json); also in
                       a ZIP, a gzip file or a cabinet
  --ubr FILE           CSV with the header machine,ubr: build revisions that the files do not show
  --declarations FILE  JSON: which products the site says are there or not, who, when and until when
                       (docs/guide/declarations.md); those whose last day is over do not count
  --out FILE           where the result goes; - or nothing: standard output
  --all                with the Not Required states
  --checksums          compare file checksums where an MSSecure catalog and a facts file have them
  --root FILE...       root certificates (.cer, .crt, .pem, .p7b) that signatures of catalog
                       cabinets may end at
  --allow-unsigned REASON
                       take catalog cabinets whose signature proves nothing (none, an unknown
                       root, expired); the reason stands in the result. Altered ones are refused
                       all the same
  --engine NAME        what evaluates the rules; all give the same result (default: wasm)
  --products ID...     of a Microsoft Update catalog only updates of these products, with what they need
  --classifications ID...   … of these classifications (default: all)
  --languages TAG...   languages of titles, such as en or zh-cn, the first one counts (default: en)
  --machine NAME       a machine of the inventories, case ignored
  --update ID          msrc:KB5034768, or just KB5034768; mu:<update id>
  --json               the explanation as JSON instead of text

What a file is, is told by its content. An inventory under --catalog and a catalog under
--inventory are used for what they are, and a warning says so. Of two editions of one document the
newest counts. A file that names no machine belongs to the machine of the file with the same stem
(pc1_qfe.txt and pc1_systeminfo.txt); where there is none, the stem is the machine's name.

catalog diff takes two editions of one catalog, of any kind, and prints what changed: new, revised
(and of these with another description only), gone, withdrawn, now superseded, of lower severity;
and it warns where so few updates are left that the newer file may be cut.

The result of a scan is JSON, patchferry-scan/1 (src/formats/scan-json/schema.json). Progress and messages
go to standard error.

Exit code
  0   done (ignored files are listed in the result)
  1   a file was rejected; the rest is done
  2   the command was given wrongly; nothing is done
  70  an error of the program itself
`;
