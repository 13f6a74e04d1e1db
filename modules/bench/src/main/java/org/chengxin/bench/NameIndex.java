package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The names of the same subjects in an index of Lucene inside this process, by pairs of characters with their positions:
 * what a search library answers when there is neither HTTP nor a database between it and the question. It knows names and
 * codes; places, sections, periods and who may see what are not asked of it.
 */
final class NameIndex implements AutoCloseable {

    private static final int PAGE = 20;
    private static final String NAME = "name";
    private static final String CODE = "code";

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private NameIndex(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /**
     * @param folder empty or not there yet
     */
    static NameIndex of(PublicCity city, Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        Analyzer pairs = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = new NGramTokenizer(2, 2);
                return new TokenStreamComponents(tokenizer);
            }
        };
        try (IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(pairs)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(128))) {
            for (int i = 0; i < city.size(); i++) {
                Document document = new Document();
                document.add(new TextField(NAME, city.name(i), Field.Store.YES));
                document.add(new StringField(CODE, city.code(i), Field.Store.YES));
                document.add(new StoredField("number", i));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return new NameIndex(directory, DirectoryReader.open(directory));
    }

    /** @return how many of the best twenty names hold this fragment; their names and codes are read. */
    int byFragment(String fragment) throws IOException {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 2 <= fragment.length(); i++) {
            phrase.add(new Term(NAME, fragment.substring(i, i + 2)), i);
        }
        return read(phrase.build());
    }

    /** @return 1 where there is one with this code. */
    int byCode(String code) throws IOException {
        return read(new TermQuery(new Term(CODE, code)));
    }

    private int read(Query query) throws IOException {
        TopDocs found = searcher.search(query, PAGE);
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : found.scoreDocs) {
            if (stored.document(hit.doc).get(NAME) == null) {
                throw new IOException("a name is missing");
            }
        }
        return found.scoreDocs.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
