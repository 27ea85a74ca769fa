package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

const fileService = "/workshop.files.v1.FileService/"

// CRC-32C, RFC 3720, appendix B.4. crc32.ChecksumIEEE has another polynomial.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

type uploadOptions struct {
	path       string
	fileID     string
	stopAfter  int64
	chunkBytes int
}

// A client-streaming call.
func upload(ctx context.Context, connection *grpc.ClientConn, path string, arguments []string) error {
	options := uploadOptions{path: path}
	flags := flag.NewFlagSet("upload", flag.ExitOnError)
	flags.StringVar(&options.fileID, "file-id", "", "the upload to continue")
	flags.Int64Var(&options.stopAfter, "stop-after", math.MaxInt64, "where to close the stream without a commit, in bytes")
	flags.IntVar(&options.chunkBytes, "chunk-bytes", 65536, "the size of a chunk")
	check(flags.Parse(arguments))

	offset, err := committedSize(ctx, connection, options.fileID)
	if err != nil {
		return err
	}
	stream, err := connection.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true}, fileService+"UploadFile")
	if err != nil {
		return err
	}
	// io.EOF: the server ended the call early. RecvMsg says why.
	if err := sendFile(stream, options, offset); err != nil && err != io.EOF {
		return err
	}
	response := message("workshop.files.v1.UploadFileResponse", nil)
	if err := stream.RecvMsg(response); err != nil {
		return err
	}
	show(fields{
		"status":         "OK",
		"file_id":        get(response, "file_id").String(),
		"committed_size": strconv.FormatInt(get(response, "committed_size").Int(), 10),
		"complete":       get(response, "complete").Bool(),
		"sha256":         hex.EncodeToString(get(response, "sha256").Bytes()),
	})
	return nil
}

// How much of an upload the server has, in bytes from its beginning.
func committedSize(ctx context.Context, connection *grpc.ClientConn, fileID string) (int64, error) {
	if fileID == "" {
		return 0, nil
	}
	asked := message("workshop.files.v1.GetUploadStatusRequest", fields{"file_id": fileID})
	response := message("workshop.files.v1.GetUploadStatusResponse", nil)
	err := connection.Invoke(ctx, fileService+"GetUploadStatus", asked, response)
	return get(response, "committed_size").Int(), err
}

// SendMsg waits while there is no room for a message: the whole file is never in memory.
func sendFile(stream grpc.ClientStream, options uploadOptions, offset int64) error {
	file, err := os.Open(options.path)
	check(err)
	defer file.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, file)
	check(err)
	sum := hash.Sum(nil)

	metadata := fields{"name": filepath.Base(options.path), "size": size, "file_id": options.fileID, "sha256": sum}
	if err := stream.SendMsg(request("metadata", metadata)); err != nil {
		return err
	}
	// The header comes long before the response. The file id is in it, so that an upload can be continued.
	header, err := stream.Header()
	if err != nil {
		return err
	}
	if len(header["file-id"]) > 0 {
		show(fields{"header": header["file-id"][0]})
	}

	_, err = file.Seek(offset, io.SeekStart)
	check(err)
	for {
		// Each chunk in memory of its own: a message must not change after SendMsg.
		data := make([]byte, options.chunkBytes)
		length, err := io.ReadFull(file, data)
		if err == io.EOF {
			break
		}
		if err != io.ErrUnexpectedEOF {
			// ErrUnexpectedEOF: the last chunk is shorter.
			check(err)
		}
		if offset >= options.stopAfter {
			return stream.CloseSend()
		}
		chunk := fields{"offset": offset, "data": data[:length], "crc32c": crc32.Checksum(data[:length], castagnoli)}
		if err := stream.SendMsg(request("chunk", chunk)); err != nil {
			return err
		}
		offset += int64(length)
	}
	if err := stream.SendMsg(request("commit", fields{"size": size, "sha256": sum})); err != nil {
		return err
	}
	return stream.CloseSend()
}

func request(payload string, values fields) proto.Message {
	return message("workshop.files.v1.UploadFileRequest", fields{payload: values})
}
