//! The command line as an analyst or a script uses it: the built program, its answers, files and exit statuses.

#[cfg(test)]
mod authors;
#[cfg(test)]
mod backwards;
#[cfg(test)]
mod equations;
#[cfg(test)]
mod explanations;
#[cfg(test)]
mod json;
#[cfg(test)]
mod knowledge;
#[cfg(test)]
mod links;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod program;
#[cfg(test)]
mod python;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod spreadsheet;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod uncertainty;
#[cfg(test)]
mod versions;
#[cfg(test)]
mod workbooks;
