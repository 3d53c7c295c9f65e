// What describes an export: a Frictionless data package, and a data dictionary for people.
#pragma once
#include <string>

namespace annals {

// datapackage.json (Frictionless Data Package 1.0, with a Table Schema for each file and foreign keys to the stories).
std::string data_package_json();

// The same as Markdown: every file and column with its type and meaning.
std::string data_dictionary();

}  // namespace annals
