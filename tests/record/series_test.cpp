// Figures, movements, talks and roles in sentences. They go through the whole engine, as stories do.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "base/iso_date.h"
#include "base/tsv.h"
#include "record/pipeline.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string number(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.10g", value);
  return out;
}

std::string dates(const std::optional<When>& when) {
  if (!when) return "";
  std::string out = " @";
  append_iso_date(out, when->first);
  if (when->first == when->last) return out;
  out += "..";
  append_iso_date(out, when->last);
  return out;
}

std::string put(const RecordCommon& record) {
  return record.factuality == Factuality::actual ? "" : " (" + std::string(name_of(record.factuality)) + ")";
}

std::string names(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) out += (out.empty() ? "" : ", ") + actor.name;
  return out.empty() ? "?" : out;
}

// "at_least 14 USD/day of people dead [killed] (future) @2024-03-20"
std::string print(const Figure& f) {
  std::string out;
  if (f.qualifier != Qualifier::exact) out += std::string(name_of(f.qualifier)) + " ";
  if (f.low && f.high && *f.low != *f.high) {
    out += number(*f.low) + "-" + number(*f.high);
  } else {
    out += number(f.low ? *f.low : *f.high);
  }
  if (f.unit != "count") out += " " + f.unit;
  if (!f.per.empty()) out += "/" + f.per;
  out += " of " + f.of;
  if (!f.measure.empty()) out += " [" + f.measure + "]";
  return out + put(f) + dates(f.when);
}

// "who: from -> to for purpose"
std::string print(const Movement& m) {
  std::string out = names(m.who) + ": " + (m.from ? m.from->name : "") + " -> " + (m.to ? m.to->name : "");
  if (!m.purpose.empty()) out += " for " + m.purpose;
  return out + put(m) + dates(m.when);
}

// "stalled: Iran, United States via Oman; nuclear; over sanctions"
std::string print(const Talks& t) {
  std::string out = std::string(name_of(t.status)) + ": " + names(t.parties);
  if (!t.mediator.empty()) out += " via " + names(t.mediator);
  if (!t.subject.empty()) out += "; " + t.subject;
  if (!t.obstacle.empty()) out += "; over " + t.obstacle;
  return out + dates(t.when);
}

std::string print(const Role& r) { return r.person + ": " + r.title + (r.of ? " of " + r.of->name : ""); }

// Every row's records of kind R, printed and parted by " | ", are what its column `column` says.
template <typename R>
void check(const std::string& path, std::string_view column, std::size_t at_least) {
  static const Pipeline pipeline(ANNALS_MODEL);  // built by `make model`
  Workspace::Buffers buffers;
  const std::string text = support::read_file(path);
  const TsvTable table(text, path);
  ASSERT_GE(table.rows().size(), at_least);
  for (const TsvRow& row : table) {
    SCOPED_TRACE(path + ":" + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    Story story;
    story.id = "s1";
    story.published = parse_iso_date(row[table.column("published")]);
    story.text = row[table.column("text")];
    std::string got;
    for (const Record& record : pipeline.read(story, buffers)) {
      const R* found = std::get_if<R>(&record);
      if (found == nullptr) continue;
      if (!got.empty()) got += " | ";
      got += print(*found);
    }
    EXPECT_EQ(got.empty() ? "none" : got, row[table.column(column)]);
  }
}

TEST(Figures, AreFound) { check<Figure>("tests/record/figures.tsv", "figures", 50); }
TEST(Movements, AreFound) { check<Movement>("tests/record/movements.tsv", "movements", 25); }
TEST(Talks, AreFound) { check<Talks>("tests/record/talks.tsv", "talks", 20); }
TEST(Roles, AreFound) { check<Role>("tests/record/roles.tsv", "roles", 6); }

}  // namespace
}  // namespace annals
