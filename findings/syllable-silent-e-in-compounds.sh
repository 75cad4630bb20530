#!/usr/bin/env bash
# syllable 5.0.1
#
# The silent e at the end of a word's first half is counted once the halves are joined, so common compounds of schools
# gain a syllable, and a reading age built on them a year or more. The same halves apart are counted right.
#
# Seen: homework 3 (home 1 + work 1), Facebook 3 (face 1 + book 1), safeguarding 4 (safe 1 + guarding 2), timetable 4 (time 1 + table 2), caretaker 4 (care 1 + taker 2)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund syllable@5.0.1
cat >try.js <<'JS'
import { syllable } from 'syllable';

const of = (first, second, whole) =>
  `${whole} ${syllable(whole)} (${first} ${syllable(first)} + ${second} ${syllable(second)})`;
console.log(
  [
    of('home', 'work', 'homework'),
    of('face', 'book', 'Facebook'),
    of('safe', 'guarding', 'safeguarding'),
    of('time', 'table', 'timetable'),
    of('care', 'taker', 'caretaker'),
  ].join(', '),
);
JS
seen=$(node try.js)
echo "$seen"
if [ "$seen" != 'homework 3 (home 1 + work 1), Facebook 3 (face 1 + book 1), safeguarding 4 (safe 1 + guarding 2), timetable 4 (time 1 + table 2), caretaker 4 (care 1 + taker 2)' ]; then
  echo 'This has changed.'
  exit 1
fi
