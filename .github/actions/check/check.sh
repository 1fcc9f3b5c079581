#!/usr/bin/env bash
# What the action does: one run of `hexapla check`, its findings as annotations, a summary of the step, and files.
# Everything that a user gave is in environment variables and is only ever passed on as an argument.
set -euo pipefail

fail() {
  # As data of a command: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  local text="${1//'%'/%25}"
  text="${text//$'\r'/%0D}"
  echo "::error title=Hexapla::${text//$'\n'/%0A}"
  exit 2
}

# A version or a tag of npm; anything else could name another package, a file or an address.
version="${HEXAPLA_VERSION:-}"
if [[ -n "$version" && ! "$version" =~ ^[~^]?[0-9A-Za-z][0-9A-Za-z.+-]*$ ]]; then
  fail "This is no version: $version"
fi

folder="${HEXAPLA_FOLDER:-.}"
[[ -d "$folder" ]] || fail "There is no such folder: $folder"
cd -- "$folder"

reports="$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/hexapla-XXXXXX")"
check=(
  check
  "--fail-on=${HEXAPLA_FAIL_ON:-error}"
  "--also=github=$reports/annotations.txt"
  "--also=summary=$reports/summary.md"
  "--also=sarif=$reports/hexapla.sarif"
  "--also=json=$reports/hexapla.json"
  "--also=html=$reports/hexapla.html"
)

# Words between white space, without the shell's own reading of quotation marks, dollar signs and asterisks.
locales=()
further=()
read -r -a locales -d '' <<<"${HEXAPLA_LOCALES:-}" || true
read -r -a further -d '' <<<"${HEXAPLA_ARGS:-}" || true
for locale in ${locales[@]+"${locales[@]}"}; do check+=("--locale=$locale"); done
check+=(${further[@]+"${further[@]}"})

if [[ -n "$version" ]]; then
  program=(npx --yes "hexapla@$version")
elif [[ -x node_modules/.bin/hexapla ]]; then
  program=(npx --no-install hexapla)
else
  program=(npx --yes hexapla@latest)
fi

# What the check prints has texts of the project in it: none of them may be a command to the runner.
token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
status=0
echo "::stop-commands::$token"
"${program[@]}" "${check[@]}" 2>&1 || status=$?
# The text may have ended without a line break.
echo
echo "::$token::"

if [[ -f "$reports/annotations.txt" ]]; then cat -- "$reports/annotations.txt"; fi
if [[ -n "${GITHUB_STEP_SUMMARY:-}" && -f "$reports/summary.md" ]]; then
  cat -- "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [[ -n "${GITHUB_OUTPUT:-}" ]]; then
  {
    echo "exit-code=$status"
    for name in sarif json html; do
      if [[ -f "$reports/hexapla.$name" ]]; then echo "$name=$reports/hexapla.$name"; fi
    done
  } >>"$GITHUB_OUTPUT"
fi
exit "$status"
