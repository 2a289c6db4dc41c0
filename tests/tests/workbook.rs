//! The workbook beside a site is there, and the one file, which has nothing beside it, writes the same.

#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use promises::Visit;
use std::collections::BTreeMap;
use std::fs;
use take_home::parts;
use xtask::post_build::{ONE_FILE, WORKBOOK};

#[test]
fn it_lies_beside_a_site() {
    Visit::default().run(async |page| {
        let found: u16 = page
            .evaluate("return fetch(document.querySelector('#take a').href).then(answer => answer.status)")
            .await?;
        assert_eq!(found, 200);
        Ok(())
    });
}

#[test]
fn the_one_file_writes_it() {
    Visit::default().at(ONE_FILE).run(async |page| {
        let folder = page.downloads().await?;
        for _ in 0..2 {
            page.click("#take a").await?;
            let written = texts(&folder.bytes(WORKBOOK).await?);
            let beside = texts(&fs::read(xtask::paths::dist().join(WORKBOOK))?);
            let names = &written["xl/workbook.xml"];
            assert!(names.matches("<definedName ").count() > 100);
            assert_eq!(names, &beside["xl/workbook.xml"]);
            let sheets: Vec<&String> = beside.keys().filter(|path| path.contains("sheets/")).collect();
            assert_eq!(sheets.len(), 4);
            for sheet in sheets {
                let (found, wanted) = (&written[sheet], &beside[sheet]);
                let texts = &beside["xl/sharedStrings.xml"];
                assert_eq!(around(found), around(wanted), "{sheet}");
                let (found, wanted) = (cells(found, ""), cells(wanted, texts));
                assert!(wanted.len() > 50);
                assert_eq!(found, wanted, "{sheet}");
            }
            // What is named in it is in it.
            for (about, folder) in [("[Content_Types].xml", ""), ("xl/_rels/workbook.xml.rels", "xl/")] {
                for name in written[about].split('"').filter(|name| name.ends_with(".xml")) {
                    let path = [folder, name.trim_start_matches('/')].concat();
                    assert!(written.contains_key(&path), "{path}");
                }
            }
            fs::remove_file(folder.folder.join(WORKBOOK))?;
        }
        Ok(())
    });
}

/// Texts by paths.
fn texts(workbook: &[u8]) -> BTreeMap<String, String> {
    parts(workbook).unwrap().into_iter().collect()
}

/// What a sheet says beside its rows.
fn around(sheet: &str) -> [&str; 2] {
    let (before, rest) = sheet.split_once("<sheetData>").unwrap();
    [before, rest.split_once("</sheetData>").unwrap().1]
}

/// Of each cell and row its attributes and its content: formula, text or number. The values of formulas are left out.
fn cells(sheet: &str, texts: &str) -> Vec<[String; 3]> {
    let texts: Vec<&str> =
        texts.split("</si>").map(|text| text.trim_end_matches("</t>").rsplit('>').next().unwrap()).collect();
    let rows = sheet.split("<row ").skip(1).flat_map(|row| {
        let (attributes, _) = row.split_once('>').unwrap();
        let height = attribute(attributes, " ht");
        // A row without one says nothing that its cells do not say.
        let head = (!height.is_empty()).then(|| [attribute(attributes, "r"), height, String::new()]);
        let cells = row.split("<c ").skip(1).map(|cell| {
            let (attributes, body) = cell.split_once('>').unwrap();
            let inside = |tag: &str| Some(body.split_once(tag)?.1.split('<').next().unwrap().to_owned());
            let content =
                inside("<f>").map(|formula| ["=", &formula].concat()).or_else(|| {
                    match attribute(attributes, " t").as_str() {
                        "s" => Some(texts[inside("<v>")?.parse::<usize>().unwrap()].to_owned()),
                        "inlineStr" => inside("<t xml:space=\"preserve\">"),
                        _ => inside("<v>"),
                    }
                });
            let look = attribute(attributes, " s");
            let look = if look.is_empty() { "0".to_owned() } else { look };
            [attribute(attributes, "r"), look, content.unwrap_or_default()]
        });
        head.into_iter().chain(cells.collect::<Vec<_>>())
    });
    rows.collect()
}

fn attribute(tag: &str, name: &str) -> String {
    let start = [name, "=\""].concat();
    tag.split_once(&start).map_or("", |(_, rest)| rest.split('"').next().unwrap()).to_owned()
}
