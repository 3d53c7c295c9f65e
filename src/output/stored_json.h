// Records of a ledger as JSON Lines: LEDGER.md's form with the record's id before it and its story behind it.
#pragma once
#include <string>

#include "ledger/query.h"
#include "ledger/stored_record.h"

namespace annals {

// {"id":"e17","kind":"event",...,"day":"2023-11-04","story":{"title":...,"source":...,"url":...,"published":...}}
void append_stored_json(std::string& out, const StoredRecord& record);

// {"doc":...,"version":1,...,"records":{"event":3,...}}; the text where the story has it.
void append_story_json(std::string& out, const StoredStory& story);

}  // namespace annals
