#!/usr/bin/env bash
# Draws the pictures of docs/huong-dan.md from the sample files (needs soffice, pdftoppm).
#   docs/make-pictures.sh              the sample registers, directory, days off, figures
#   OUT=demo-output docs/make-pictures.sh   also the consolidated workbook and one letter (needs chromium, python3)
#   LETTER=skhcn                       which letter: the first .eml below OUT whose name holds this word
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
samples=${SAMPLES:-$here/../samples/tinh-mau}
images=$here/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$images"

# draw WORKBOOK PICTURE [PAGE [HEIGHT]]: one printed page, cut off HEIGHT pixels from the top when given.
draw() {
    local workbook=$1 picture=$2 page=${3:-1} height=${4:-0} name
    name=$(basename "${workbook%.*}")
    if [ ! -e "$work/$name.pdf" ]; then
        timeout 120 soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" "$workbook" >/dev/null 2>&1
    fi
    pdftoppm -r 100 -png -singlefile -f "$page" -l "$page" -x 0 -y 0 -W 1170 -H "$height" "$work/$name.pdf" "$images/$picture"
}

# page_of WORKBOOK WORDS: the first printed page that holds the words; the workbook was drawn before.
page_of() {
    local page=1 pdf
    pdf="$work/$(basename "${1%.*}").pdf"
    until pdftotext -f "$page" -l "$page" "$pdf" - | grep -q -- "$2"; do
        page=$((page + 1))
        [ "$page" -le 50 ] || { echo "no page of $1 says $2" >&2; return 1; }
    done
    echo "$page"
}

draw "$samples/so-theo-doi/ke-hoach-cchc-2026.xlsx" so-theo-doi-mot-bang
draw "$samples/so-theo-doi/phu-luc-nhiem-vu-2026.xlsx" so-theo-doi-phu-luc 2 500
draw "$samples/so-theo-doi/chuyen-doi-so/chinh-quyen-so-2026.xlsx" so-theo-doi-co-muc
draw "$samples/danh-ba-co-quan.xlsx" danh-ba-co-quan 1 640
draw "$samples/lich-nghi.xlsx" lich-nghi 1 600

if [ -n "${OUT:-}" ]; then
    workbook=$(find "$OUT/tong-hop" -maxdepth 1 -name '*.xlsx' | LC_ALL=C sort | tail -n 1)
    letter=$(find "$OUT" -name '*.eml' | LC_ALL=C sort | grep -i -m 1 -- "${LETTER:-skhcn}" || true)
    [ -n "$workbook" ] || { echo "no workbook below $OUT/tong-hop" >&2; exit 1; }
    [ -n "$letter" ] || { echo "no .eml named *${LETTER:-skhcn}* below $OUT" >&2; exit 1; }
    draw "$workbook" tong-hop
    form=$(find "$OUT/bieu-mau" -name 'STP - *.xlsx' | LC_ALL=C sort | head -n 1)
    period=$(find "$OUT/tong-hop" -name '*-chot.xlsx' | LC_ALL=C sort | tail -n 1)
    [ -n "$form" ] && [ -n "$period" ] || { echo "no form or closed period below $OUT" >&2; exit 1; }
    draw "$form" bieu-mau
    draft=$(find "$OUT/du-thao" -name '*.xlsx' | LC_ALL=C sort | head -n 1)
    [ -n "$draft" ] || { echo "no draft register below $OUT/du-thao" >&2; exit 1; }
    draw "$draft" so-du-thao 1 620
    draw "$period" tong-hop-ky
    python3 - "$OUT" "$work/danh-dau.xlsx" <<'PYTHON'
import email, email.policy, io, pathlib, sys, zipfile
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.eml")):
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in letter.iter_attachments():
        if (part.get_filename() or "").startswith("Cần sửa"):
            # One whose cells are marked, not the file as a whole.
            if any("comments_mark" in name for name in zipfile.ZipFile(io.BytesIO(part.get_content())).namelist()):
                pathlib.Path(sys.argv[2]).write_bytes(part.get_content())
                sys.exit()
sys.exit("no marked copy among the letters")
PYTHON
    draw "$work/danh-dau.xlsx" ban-danh-dau "${MARKED_PAGE:-2}" 620
    health=$(find "$OUT/canh-bao" -name '*.xlsx' | LC_ALL=C sort | tail -n 1)
    draw "$health" canh-bao 2 620
    draw "$health" tra-loi "$(page_of "$health" "TRẢ LỜI CẢNH BÁO")" 620
    python3 - "$letter" >"$work/letter.html" <<'PYTHON'
import email, email.policy, sys
with open(sys.argv[1], "rb") as source:
    letter = email.message_from_binary_file(source, policy=email.policy.default)
sys.stdout.buffer.write(b'<meta charset="utf-8">' + letter.get_body(("html",)).get_content().encode("utf-8"))
PYTHON
    timeout 120 "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/browser" \
        --window-size=900,1100 --screenshot="$images/thu-nhac.png" "file://$work/letter.html" >/dev/null 2>&1
fi

ls -l "$images"
