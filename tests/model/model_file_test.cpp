// The model file: what is written is mapped back, and a file that is not whole is refused in one clear line.
#include "model/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numeric>

namespace annals {
namespace {

namespace fs = std::filesystem;

// Where the header of docs/model-file.md keeps its fields.
constexpr std::size_t kVersionAt = 8, kCountAt = 12, kFileSizeAt = 16, kChecksumAt = 24, kHeaderSize = 32;
constexpr std::size_t kOffsetInEntry = kSectionNameSize, kSizeInEntry = kSectionNameSize + 8;

class ModelFileTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = fs::temp_directory_path() / ("annals_model_file_" + std::string(test->name()) + "_" +
                                              std::to_string(static_cast<unsigned long>(getpid())));
    fs::create_directories(directory_);
    path_ = (directory_ / "test.model").string();
  }
  void TearDown() override { fs::remove_all(directory_); }

  // A model of three sections: text, an array of numbers, and one with nothing in it.
  void write_small_model() const {
    std::vector<float> numbers(100);
    std::iota(numbers.begin(), numbers.end(), 0.5f);
    ModelWriter writer;
    writer.add_text("meta.name", "small");
    writer.add_array("weights", std::span<const float>(numbers));
    writer.add("empty", {});
    writer.write(path_);
  }

  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(const std::string& content) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc)
        .write(content.data(), static_cast<std::streamsize>(content.size()));
  }
  // Sets a number in `file` and, where `sign` says so, the checksum as well: a file that was made, not damaged.
  template <typename T>
  static std::string with(std::string file, std::size_t at, T value, bool sign = true) {
    std::memcpy(file.data() + at, &value, sizeof(T));
    if (sign) {
      const std::uint64_t sum = XXH3_64bits(file.data() + kHeaderSize, file.size() - kHeaderSize);
      std::memcpy(file.data() + kChecksumAt, &sum, sizeof(sum));
    }
    return file;
  }

  // The message with which the file at path_ is refused, its path taken off.
  std::string refusal() const {
    return refusal([this] { ModelFile{path_}; });
  }
  std::string refusal(const std::function<void()>& act) const {
    try {
      act();
    } catch (const Error& error) {
      EXPECT_EQ(error.fault, Fault::model);
      EXPECT_EQ(error.where, path_);
      const std::string message = error.what();
      EXPECT_EQ(message.find('\n'), std::string::npos) << message;
      return message.substr(path_.size() + 2);
    }
    return "not refused";
  }

  fs::path directory_;
  std::string path_;
};

// Every refusal of a file ends with what to do.
testing::AssertionResult says(const std::string& message, const std::string& problem, const std::string& remedy) {
  if (message.starts_with(problem + ". ") && message.find(remedy) != std::string::npos) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "it says \"" << message << "\", not \"" << problem << ". " << remedy << "\"";
}
constexpr const char* kBuildIt = "Build the model with `annals model build` (or run `make model`)";

TEST_F(ModelFileTest, MapsWhatWasWritten) {
  write_small_model();
  const ModelFile model{path_};
  ASSERT_EQ(model.sections().size(), 3u);
  EXPECT_EQ(model.path(), path_);
  EXPECT_EQ(model.size(), fs::file_size(path_));
  EXPECT_EQ(model.text("meta.name"), "small");
  EXPECT_TRUE(model.has("empty"));
  EXPECT_TRUE(model.section("empty").empty());
  const auto weights = model.array<float>("weights");
  ASSERT_EQ(weights.size(), 100u);
  EXPECT_EQ(weights[0], 0.5f);
  EXPECT_EQ(weights[99], 99.5f);
}

TEST_F(ModelFileTest, SectionsStartOnACacheLine) {
  write_small_model();
  const ModelFile model{path_};
  for (const SectionEntry& entry : model.sections()) EXPECT_EQ(entry.offset % kSectionAlignment, 0u) << entry.name;
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(model.section("weights").data()) % kSectionAlignment, 0u);
}

TEST_F(ModelFileTest, SameSectionsGiveTheSameBytes) {
  write_small_model();
  const std::string first = bytes();
  write_small_model();
  EXPECT_EQ(bytes(), first);
}

// The bytes that a line of docs/model-file.md's dump shows: "00000020: 6d65 7461 ...  meta...".
std::string bytes_of(const std::string& line) {
  std::string bytes;
  for (std::size_t at = 10; at + 4 <= 49; at += 5) {
    for (const std::size_t pair : {at, at + 2})
      bytes += static_cast<char>(std::stoi(line.substr(pair, 2), nullptr, 16));
  }
  return bytes;
}

TEST_F(ModelFileTest, WorkedExampleOfTheFormatPageIsTrue) {
  ModelWriter writer;
  writer.add_text("meta.name", "toy");
  writer.add_array("weights", std::span<const float>(std::array{1.0f, 2.0f}));
  writer.write(path_);
  const std::string file = bytes();
  ASSERT_EQ(file.size(), 320u);

  std::ifstream page(std::string(ANNALS_SOURCE_DIR) + "/docs/model-file.md");
  std::string line;
  int compared = 0;
  while (std::getline(page, line)) {
    if (line.size() < 50 || line.find(": ") != 8 || line.find_first_not_of("0123456789abcdef") != 8) continue;
    const std::size_t at = std::stoul(line.substr(0, 8), nullptr, 16);
    EXPECT_EQ(file.substr(at, 16), bytes_of(line)) << line;
    ++compared;
  }
  EXPECT_EQ(compared, 14);
}

TEST_F(ModelFileTest, NothingIsLeftBesideTheFile) {
  write_small_model();
  write_small_model();
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_), fs::directory_iterator{}), 1);
}

TEST_F(ModelFileTest, MissingFile) { EXPECT_TRUE(says(refusal(), "No such file or directory", kBuildIt)); }

TEST_F(ModelFileTest, EmptyFile) {
  put("");
  EXPECT_TRUE(says(refusal(), "not a file with anything in it", kBuildIt));
}

TEST_F(ModelFileTest, Folder) {
  fs::create_directories(path_);
  EXPECT_TRUE(says(refusal(), "not a file with anything in it", kBuildIt));
}

TEST_F(ModelFileTest, ForeignFile) {
  put("PK\x03\x04 this is some archive, and longer than the header of a model would be");
  EXPECT_TRUE(says(refusal(), "this is no Annals model", kBuildIt));
  put("short");
  EXPECT_TRUE(says(refusal(), "this is no Annals model", kBuildIt));
}

TEST_F(ModelFileTest, CutShortAnywhere) {
  write_small_model();
  const std::string whole = bytes();
  for (std::size_t size = 1; size < whole.size(); size += 7) {
    put(whole.substr(0, size));
    const std::string expected = size < kHeaderSize ? "this is no Annals model"
                                                    : "the model is cut short or has grown: " + std::to_string(size) +
                                                          " bytes, " + std::to_string(whole.size()) + " written";
    EXPECT_TRUE(says(refusal(), expected, kBuildIt)) << "cut to " << size << " bytes";
  }
}

TEST_F(ModelFileTest, GrownFile) {
  write_small_model();
  const std::string whole = bytes();
  put(whole + "x");
  EXPECT_TRUE(says(refusal(),
                   "the model is cut short or has grown: " + std::to_string(whole.size() + 1) + " bytes, " +
                       std::to_string(whole.size()) + " written",
                   kBuildIt));
}

TEST_F(ModelFileTest, AlteredAnywhere) {
  write_small_model();
  const std::string whole = bytes();
  for (std::size_t at = kChecksumAt; at < whole.size(); at += 5) {
    std::string altered = whole;
    altered[at] ^= 0x10;
    put(altered);
    EXPECT_TRUE(says(refusal(), "the model was altered after it was built: its checksum does not match", kBuildIt))
        << "byte " << at;
  }
}

TEST_F(ModelFileTest, NewerVersion) {
  write_small_model();
  put(with(bytes(), kVersionAt, kModelVersion + 1, false));
  EXPECT_TRUE(says(refusal(),
                   "the model is of format " + std::to_string(kModelVersion + 1) + " and this annals reads up to " +
                       std::to_string(kModelVersion),
                   "Upgrade annals, or build the model again with this one"));
}

TEST_F(ModelFileTest, SectionTableThatDoesNotFit) {
  write_small_model();
  put(with(bytes(), kCountAt, std::uint32_t{0xffffffff}));
  EXPECT_TRUE(says(refusal(), "its section table does not fit", kBuildIt));
}

TEST_F(ModelFileTest, SectionsThatLeaveTheFile) {
  write_small_model();
  const std::string whole = bytes();
  const std::size_t entry = kHeaderSize;
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"offset past the end", with(whole, entry + kOffsetInEntry, std::uint64_t{1} << 40)},
      {"size past the end", with(whole, entry + kSizeInEntry, std::uint64_t{whole.size()})},
      {"offset and size that wrap when added", with(whole, entry + kSizeInEntry, ~std::uint64_t{0} - 63)},
      {"offset off the cache line", with(whole, entry + kOffsetInEntry, std::uint64_t{257})},
      {"name without an end", with(whole, entry, std::array<char, kSectionNameSize>{})
                                  .replace(entry, kSectionNameSize, std::string(kSectionNameSize, 'n'))},
  };
  for (const auto& [why, file] : cases) {
    put(with(file, kFileSizeAt, std::uint64_t{file.size()}));
    EXPECT_TRUE(says(refusal(), "its section table is damaged", kBuildIt)) << why;
  }
}

TEST_F(ModelFileTest, SectionThatIsNotThere) {
  write_small_model();
  const ModelFile model{path_};
  EXPECT_FALSE(model.has("gazetteer"));
  EXPECT_TRUE(says(refusal([&] { model.section("gazetteer"); }), "section gazetteer is missing", kBuildIt));
}

TEST_F(ModelFileTest, SectionOfAnotherType) {
  write_small_model();
  const ModelFile model{path_};
  EXPECT_TRUE(says(refusal([&] { model.array<float>("meta.name"); }), "section meta.name has an odd size", kBuildIt));
}

TEST_F(ModelFileTest, FolderThatCanNotBeWritten) {
  path_ = (directory_ / "none" / "test.model").string();
  EXPECT_TRUE(says(refusal([this] { write_small_model(); }),
                   "the model could not be written (No such file or directory)",
                   "Check that the folder exists, may be written to, and has space left."));
}

}  // namespace
}  // namespace annals
