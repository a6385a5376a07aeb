"""Parts of scripts/publish: the list of parts with their licences, an archive that is the same every time, and the installer's list of files."""
import argparse
import datetime
import json
import os
import pathlib
import re
import shutil
import uuid
import zipfile
import xml.etree.ElementTree as xml


def main():
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(required=True)
    parts = verbs.add_parser("parts")
    for name in ("assets", "rid", "version", "commit", "into"):
        parts.add_argument("--" + name, required=True)
    parts.set_defaults(run=write_parts)
    archive = verbs.add_parser("zip")
    for name in ("folder", "epoch", "out"):
        archive.add_argument("--" + name, required=True)
    archive.set_defaults(run=write_zip)
    nsis = verbs.add_parser("nsis")
    for name in ("folder", "into"):
        nsis.add_argument("--" + name, required=True)
    nsis.set_defaults(run=write_nsis)
    asked = parser.parse_args()
    asked.run(asked)


def write_parts(asked):
    """sbom.cdx.json, LICENCES.txt and the licence texts that the packages bring."""
    assets = json.loads(pathlib.Path(asked.assets).read_text(encoding="utf-8"))
    into = pathlib.Path(asked.into)
    into.mkdir(parents=True, exist_ok=True)
    folders = [pathlib.Path(folder) for folder in assets["packageFolders"]]
    components = [component(folders, name, version, into) for name, version in sorted(packages(assets, asked.rid), key=lambda part: part[0].lower())]
    written = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    sbom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"cchc:{asked.version}:{asked.commit}:{asked.rid}")),
        "version": 1,
        "metadata": {
            "timestamp": written,
            "component": {"type": "application", "bom-ref": "cchc", "name": "cchc", "version": asked.version, "properties": [{"name": "cchc:commit", "value": asked.commit}]},
        },
        "components": components,
    }
    (into / "sbom.cdx.json").write_text(json.dumps(sbom, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = ["What CcHc is made of beside its own code, and under which licence. Texts that came with a part lie beside this list.", ""]
    lines += [f"{one['name']} {one['version']}: {said(one)}" + (f". {one['copyright']}" if one.get("copyright") else "") for one in components]
    common = pathlib.Path("/usr/share/common-licenses/Apache-2.0")
    if common.exists() and any(said(one) == "Apache-2.0" for one in components):
        copy_text([common], into / "Apache-2.0.txt")
    (into / "LICENCES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def packages(assets, rid):
    """What stands in the program's folder: packages that bring a file for this system, and the runtime itself."""
    target = next(value for name, value in assets["targets"].items() if name.endswith("/" + rid))
    for key, library in target.items():
        if library.get("type") == "package" and any(not file.endswith("_._") for kind in ("runtime", "native", "runtimeTargets") for file in library.get(kind, {})):
            yield tuple(key.split("/"))
    for framework in assets["project"]["frameworks"].values():
        for one in framework.get("downloadDependencies", []):
            if one["name"].lower().endswith("runtime." + rid) and "Windows" not in one["name"]:
                yield one["name"], one["version"].strip("[]").split(",")[0].strip()
    if rid.startswith("linux"):
        icu = sorted(pathlib.Path("/usr/lib/x86_64-linux-gnu").glob("libicuuc.so.*.*"))[-1]
        yield "ICU", icu.name.split(".so.")[1]


def component(folders, name, version, into):
    part = {"type": "library", "bom-ref": f"{name}@{version}", "name": name, "version": version}
    if name == "ICU":
        copy_text(pathlib.Path("/usr/share/doc").glob("libicu[0-9]*/copyright"), into / f"{name}.txt")
        return part | {"licenses": [{"license": {"id": "Unicode-DFS-2016"}}]}
    part["purl"] = f"pkg:nuget/{name}@{version}"
    folder = next(root / name.lower() / version.lower() for root in folders if (root / name.lower() / version.lower()).is_dir())
    licence, owner = nuspec(folder, name)
    texts = sorted(file for file in folder.iterdir() if re.match(r"(license|licence|lgpl|third-party|thirdparty|copying|notice)", file.name, re.I))
    for text in texts:
        copy_text([text], into / f"{name}-{text.name}")
    return part | ({"licenses": [licence]} if licence else {}) | ({"copyright": owner} if owner else {})


def nuspec(folder, name):
    """The licence as the package says it, and whose work it is."""
    root = xml.parse(next(folder.glob("*.nuspec"))).getroot()
    fields = {element.tag.split("}")[1]: element for element in root.iter() if "}" in element.tag}
    owner = next((" ".join(fields[field].text.split()) for field in ("copyright", "authors") if field in fields and fields[field].text), "")
    given = fields.get("license")
    if given is not None and given.get("type") == "expression":
        return {"expression": given.text} if " " in given.text else {"license": {"id": given.text}}, owner
    if given is not None:
        return {"license": {"name": f"see {name}-{pathlib.PurePath(given.text).name}"}}, owner
    address = fields.get("licenseUrl")
    return None if address is None else {"license": {"name": address.text.strip(), "url": address.text.strip()}}, owner


def said(one):
    licence = one.get("licenses", [{}])[0]
    inner = licence.get("license", {})
    return licence.get("expression") or inner.get("id") or inner.get("name") or "not said by the package"


def copy_text(files, target):
    for file in list(files)[:1]:
        shutil.copyfile(file, target)


def write_zip(asked):
    folder = pathlib.Path(asked.folder)
    moment = datetime.datetime.fromtimestamp(int(asked.epoch), datetime.timezone.utc).timetuple()[:6]
    with zipfile.ZipFile(asked.out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # Names are UTF-8, whatever the system that unpacks.
            entry.create_system = 3
            archive.writestr(entry, file.read_bytes())


def write_nsis(asked):
    """install.nsh and remove.nsh: every file by name, in order, so that removing takes away nothing of anybody else's."""
    folder, into = pathlib.Path(asked.folder), pathlib.Path(asked.into)
    into.mkdir(parents=True, exist_ok=True)
    install, remove, folders = [], [], [""]
    last = None
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inner = file.relative_to(folder)
        place = "" if str(inner.parent) == "." else "\\" + str(inner.parent).replace("/", "\\")
        if place != last:
            install.append(f'SetOutPath "$INSTDIR{place}"')
            last = place
            for above in [inner.parent, *inner.parent.parents]:
                if str(above) != "." and (path := "\\" + str(above).replace("/", "\\")) not in folders:
                    folders.append(path)
        install.append(f'File "{folder.name}/{inner.as_posix()}"')
        remove.append(f'Delete "$INSTDIR{place}\\{inner.name}"')
    remove += [f'RMDir "$INSTDIR{place}"' for place in sorted(folders, key=lambda path: (-path.count("\\"), path)) if place]
    (into / "install.nsh").write_text("\n".join(install) + "\n", encoding="utf-8-sig")
    (into / "remove.nsh").write_text("\n".join(remove) + "\n", encoding="utf-8-sig")


main()
