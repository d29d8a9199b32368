#!/bin/bash
# Counts what the real samples hold, with cabextract, grep, sort and wc alone: nothing of the project runs.
# Usage: count.sh FOLDER (the folder "wu" of the sample data). Writes two tables to standard output: what each
# sample holds, and how often each rule element occurs in it.
set -euo pipefail
export LC_ALL=C
data=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# How often a pattern occurs in all the files given; lines do not matter.
occurrences() {
  local pattern=$1
  shift
  { cat "$@" | grep -oE "$pattern" || true; } | wc -l | tr -d ' '
}

different() {
  local pattern=$1
  shift
  { cat "$@" | grep -oE "$pattern" || true; } | sort -u | wc -l | tr -d ' '
}

row() { (IFS=$'\t'; echo "$*"); }

# A catalog: master list, then its core fragments.
catalog() {
  local name=$1 list=$2
  shift 2
  local revisions children detectoids categories
  revisions=$(occurrences '<Update[[:space:]]' "$list")
  children=$(occurrences 'DeploymentAction="Bundle"' "$list")
  detectoids=$(occurrences 'UpdateType="Detectoid"' "$@")
  categories=$(occurrences 'UpdateType="Category"' "$@")
  row "$name" "$revisions" "$((revisions - children - detectoids - categories))" \
    "$(occurrences 'IsBundle="true"' "$list")" "$children" "$detectoids" "$categories" \
    "$(occurrences '<File Id=' "$list")" "$(different '<File Id="[^"]*"' "$list")"
}

# Updates without a master list: each names its type and its files itself.
updates() {
  local name=$1
  shift
  row "$name" "$(occurrences 'UpdateType="[A-Za-z]*"' "$@")" \
    "$(occurrences 'UpdateType="(Software|Driver)"' "$@")" "$(occurrences '</([a-z]+:)?BundledUpdates>' "$@")" 0 \
    "$(occurrences 'UpdateType="Detectoid"' "$@")" "$(occurrences 'UpdateType="Category"' "$@")" \
    "$(occurrences '<([a-z]+:)?File [^>]*Digest=' "$@")" "$(different ' Digest="[^"]*"' "$@")"
}

# Unpacks a nested cabinet: the outer one, then every inner one into a folder of its name.
unpack() {
  cabextract -q -d "$2" "$1" >&2
  for inner in "$2"/*.cab; do cabextract -q -d "${inner%.cab}" "$inner" >&2; done
}

row sample revisions updates parents children detectoids categories files digests
catalog slice "$data/wsusscn2-slice-2026-07/package.xml" "$data"/wsusscn2-slice-2026-07/c/*
unpack "$data/wsusscn2-slice-2026-07.constructed.cab" "$work/constructed"
catalog constructed "$work/constructed/package/package.xml" "$work"/constructed/package?*/c/*
unpack "$data/vuls-mini-cab/wsusscn2.cab" "$work/vuls"
catalog vuls-mini "$work/vuls/package/package.xml" "$work"/vuls/package?*/c/*
updates cbs "$data"/cbs-fragments/*
updates core-fragments "$data"/syncupdates-core/[0-9]*
updates full-documents "$data"/full-documents/*.xml

# Elements of fragments that are no rules.
frame='UpdateIdentity|Properties|Relationships|SupersededUpdates|Prerequisites|AtLeastOne|BundledUpdates'
frame="$frame|ApplicabilityRules|IsInstalled|IsSuperseded|IsInstallable|Metadata"

rules() {
  local name=$1
  shift
  # Of servicing updates the metadata, up to its end, is no rule.
  for fragment in "$@"; do sed -E 's/<Metadata>.*<\/Metadata>//' "$fragment"; done | grep -oE '<[A-Za-z.]+' | sed -E 's/^<([a-z]\.)?//' \
    | grep -vxE "$frame" | sort | uniq -c | while read -r count element; do row "$name" "$element" "$count"; done
}

echo
row sample element count
rules slice "$data"/wsusscn2-slice-2026-07/c/*
rules constructed "$work"/constructed/package?*/c/*
rules cbs "$data"/cbs-fragments/c-*
rules core-fragments "$data"/syncupdates-core/[0-9]*
