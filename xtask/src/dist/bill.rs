//! The software bill of materials: which packages are in the wasm that ships, in CycloneDX.

use crate::run::{command, output, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Only what is compiled into the modules: neither what builds them nor what tests them.
pub fn of_the_module() -> Result<String, String> {
    let printed = output(command("cargo").args([
        "metadata",
        "--format-version=1",
        "--locked",
        "--filter-platform=wasm32-unknown-unknown",
    ]))
    .ok_or("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| error.to_string())?;
    let bill = write(&metadata, &checksums(&lock)?).ok_or("cargo metadata has another shape")?;
    Ok(format!("{bill:#}\n"))
}

/// The checksum that the lock holds of each package, by name and version.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>, String> {
    let lock: toml::Table = lock
        .parse()
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let text = |package: &toml::Value, key| Some(package.get(key)?.as_str()?.to_owned());
    let known = packages.into_iter().flatten().filter_map(|package| {
        let of = |key| text(package, key);
        Some(((of("name")?, of("version")?), of("checksum")?))
    });
    Ok(known.collect())
}

fn write(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Option<Value> {
    let by_id = |list: &Value| -> Option<BTreeMap<String, Value>> {
        let entries = list.as_array()?.iter();
        entries
            .map(|entry| Some((entry["id"].as_str()?.to_owned(), entry.clone())))
            .collect()
    };
    let packages = by_id(&metadata["packages"])?;
    let nodes = by_id(&metadata["resolve"]["nodes"])?;
    let root = packages
        .iter()
        .find(|(_, package)| package["name"] == "calliope")?
        .0;
    // A macro runs in the compiler: it is not in what ships, nor is what it needs.
    let ships = |id: &str| {
        let kinds = packages[id]["targets"].as_array().into_iter().flatten();
        !kinds
            .filter_map(|target| target["kind"].as_array())
            .any(|kinds| kinds.contains(&json!("proc-macro")))
    };
    let mut found = BTreeSet::from([root.clone()]);
    let mut left = vec![root.clone()];
    let mut dependencies = Vec::new();
    let reference = |id: &str| {
        let package = &packages[id];
        let [name, version] =
            ["name", "version"].map(|key| package[key].as_str().unwrap_or_default());
        format!("pkg:cargo/{name}@{version}")
    };
    while let Some(id) = left.pop() {
        let mut needs = BTreeSet::new();
        for needed in nodes.get(&id)?["deps"].as_array()? {
            let mut kinds = needed["dep_kinds"].as_array()?.iter();
            let other = needed["pkg"].as_str()?;
            if kinds.any(|kind| kind["kind"].is_null()) && ships(other) {
                needs.insert(reference(other));
                if found.insert(other.to_owned()) {
                    left.push(other.to_owned());
                }
            }
        }
        dependencies.push(json!({ "ref": reference(&id), "dependsOn": needs }));
    }
    dependencies.sort_by_key(|entry| entry["ref"].to_string());
    let component = |id: &String| {
        let package = &packages[id];
        let key =
            ["name", "version"].map(|key| package[key].as_str().unwrap_or_default().to_owned());
        let [name, version] = key.clone();
        let mut component = json!({
            "type": if id == root { "application" } else { "library" },
            "bom-ref": reference(id),
            "name": name,
            "version": version,
            "purl": reference(id),
        });
        if let Some(licence) = package["license"].as_str() {
            component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
        }
        if let Some(checksum) = checksums.get(&key.into()) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        component
    };
    let components: Vec<Value> = found
        .iter()
        .filter(|id| *id != root)
        .map(component)
        .collect();
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": component(root) },
        "components": components,
        "dependencies": dependencies,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_what_ships_with_licence_and_checksum() -> Result<(), String> {
        let bill: Value =
            serde_json::from_str(&of_the_module()?).map_err(|error| error.to_string())?;
        let components = bill["components"].as_array().ok_or("no components")?;
        let find = |name: &str| {
            components
                .iter()
                .find(|component| component["name"] == name)
        };
        let leptos = find("leptos").ok_or("leptos is not there")?;
        assert_eq!(leptos["licenses"][0]["expression"], "MIT");
        assert_eq!(leptos["hashes"][0]["alg"], "SHA-256");
        assert!(find("calliope-rules").is_some());
        for not_shipped in ["axum", "proptest", "leptos_macro", "csv", "xtask"] {
            assert!(find(not_shipped).is_none(), "{not_shipped}");
        }
        for component in components {
            assert!(
                component["licenses"][0]["expression"].is_string(),
                "{component}"
            );
        }
        Ok(())
    }
}
